import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import {
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Attribute, FactPageArgs } from "../fact/index.js";
import { Money, PageInfo } from "../values.graphql.js";
import type { DealReads } from "./deal.reads.js";
import { DEAL_STATES, type DealState } from "./deal-node.js";

type Context = RequestContext<DealReads>;

registerEnumType(DEAL_STATES, {
  name: "DealState",
  description: "How far a deal is.",
  valuesConfig: {
    OPEN: { description: "Neither won nor lost yet." },
    WON: { description: "The customer bought." },
    LOST: { description: "The customer did not buy." },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: "A sale that a partner works on, won or lost." })
export class Deal {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "The key under which the source system knows it." })
  externalId: string;

  @Field(() => DEAL_STATES, { description: "As it was last recorded." })
  state: DealState;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which it was opened; null where it is not known.",
  })
  openedOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Null while it is open." })
  closedOn: string | null;

  @Field(() => Money, {
    nullable: true,
    description: "In the program's currency; of a shared deal the partner's part of it. Null where it has none.",
  })
  amount: Money | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the customer, as it was recorded; null where it names none.",
  })
  customer: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the product, as it was recorded; null where it names none.",
  })
  product: string | null;

  @Field(() => [Attribute], { description: "Its other named values." })
  attributes: Attribute[];
}

@ObjectType({ description: "A page of deals." })
class DealConnection extends connectionType("Deal", () => Deal, PageInfo) {}

@ArgsType()
class DealsArgs extends FactPageArgs {
  @Field(() => [DEAL_STATES], { nullable: true, description: "All states if omitted." })
  states: DealState[] | null;
}

@Resolver(() => Partner)
export class DealsOfPartnerResolver {
  @FieldResolver(() => DealConnection, { nullable: true, description: "Latest first." })
  deals(
    @Root() { id }: Partner,
    @Args(() => DealsArgs) args: DealsArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<Deal>> {
    return load.deals(id, args);
  }
}
