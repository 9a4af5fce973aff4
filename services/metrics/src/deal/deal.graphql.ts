import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Args, Ctx, FieldResolver, Resolver, Root, registerEnumType } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Attribute } from "../fact/index.js";
import { Money, PageArgs, PageInfo } from "../values.graphql.js";
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

export const Deal = objectType(
  "Deal",
  "A sale that a partner works on, won or lost.",
  {
    id: field.id(),
    externalId: field.string("The key under which the source system knows it."),
    state: field.of(() => DEAL_STATES, "As it was last recorded.").as<DealState>(),
    openedOn: field.date("The day on which it was opened; null where it is not known.").nullable(),
    closedOn: field.date("Null while it is open.").nullable(),
    amount: field
      .of(() => Money, "In the program's currency; of a shared deal the partner's part of it. Null where it has none.")
      .nullable(),
    customer: field.string("Name of the customer, as it was recorded; null where it names none.").nullable(),
    product: field.string("Name of the product, as it was recorded; null where it names none.").nullable(),
    attributes: field.of(() => Attribute, "Its other named values.").list(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Deal = InstanceType<typeof Deal>;

export const DealConnection = connectionType("Deal", () => Deal, PageInfo, "A page of deals.");
export type DealConnection = InstanceType<typeof DealConnection>;

const DealsArgs = argsType({
  ...PageArgs.fields,
  states: field
    .of(() => DEAL_STATES, "All states if omitted.")
    .as<DealState>()
    .list()
    .nullable(),
});
type DealsArgs = InstanceType<typeof DealsArgs>;

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
