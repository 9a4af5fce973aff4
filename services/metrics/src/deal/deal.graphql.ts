import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Attribute, commonFieldsOf } from "../fact/fact.graphql.js";
import type { FactRow } from "../fact/fact.store.js";
import { Money, PageInfo } from "../values.graphql.js";

export enum DealState {
  OPEN = "deal.open",
  WON = "deal.won",
  LOST = "deal.lost",
}
registerEnumType(DealState, { name: "DealState" });

@Directive('@key(fields: "id")')
@ObjectType({ description: "A sale that a partner works on, won or lost." })
export class Deal {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "The key under which the source system knows it." })
  externalId: string;

  @Field(() => DealState)
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

export const dealOf = (row: FactRow): Deal => ({
  ...commonFieldsOf(row),
  state: row.kind as DealState, // Loaded by these three kinds.
  openedOn: row.openedOn,
  closedOn: row.kind === DealState.OPEN ? null : row.occurredOn,
});
