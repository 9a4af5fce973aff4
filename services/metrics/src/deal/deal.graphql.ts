import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Attribute } from "../fact/fact.graphql.js";
import { Money, PageInfo } from "../values.graphql.js";
import { DEAL_STATES, type DealState } from "./deal-node.js";

registerEnumType(DEAL_STATES, { name: "DealState" });

@Directive('@key(fields: "id")')
@ObjectType({ description: "A sale that a partner works on, won or lost." })
export class Deal {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "The key under which the source system knows it." })
  externalId: string;

  @Field(() => DEAL_STATES)
  state: DealState;

  @Field(() => DateScalar, { nullable: true })
  openedOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Null while it is open." })
  closedOn: string | null;

  @Field(() => Money, { nullable: true })
  amount: object | null;

  @Field(() => String, { nullable: true })
  customer: string | null;

  @Field(() => String, { nullable: true })
  product: string | null;

  @Field(() => [Attribute])
  attributes: Attribute[];
}

@ObjectType()
export class DealConnection extends connectionType("Deal", () => Deal, PageInfo) {}
