import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionOf, edgeFields } from "@tiergraph/kit/values/types.graphql";
import { decimalOf } from "@tiergraph/program/exact";
import type { CountedFact } from "@tiergraph/program/measure";
import { FieldResolver, Resolver, Root } from "type-graphql";
import { Fact } from "../fact/index.js";
import { PageInfo } from "../values.graphql.js";

const EvidenceEdge = objectType("EvidenceEdge", "A fact that a measure counted.", {
  ...edgeFields(() => Fact),
  /** Null where what counts of one fact cannot be said; works it out where somebody asks. */
  count: field.hidden<() => Promise<CountedFact | null>>(),
});
type EvidenceEdge = InstanceType<typeof EvidenceEdge>;

export const EvidenceConnection = connectionOf("Evidence", {
  node: () => Fact,
  edge: () => EvidenceEdge,
  pageInfo: PageInfo,
  description: "A page of the facts that a measure counted.",
});
export type EvidenceConnection = InstanceType<typeof EvidenceConnection>;

@Resolver(() => EvidenceEdge)
export class EvidenceEdgeResolver {
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      "What counts of the fact, in the measure's unit; less than zero where it is taken off. Where a customer brings more than the measure's cap, each of its facts counts for the same part; so does each that was taken back later, where more was taken back than the measure adds. Null where the measure does not add facts up (a ratio, a median, a number of different values or of certificates), and by what was known then.",
  })
  async counted(@Root() { count }: EvidenceEdge): Promise<string | null> {
    const counted = await count();
    return counted && decimalOf(counted.counted);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why what counts is not simply what the fact brings, for example "600.00 USD of 1,500.00 USD: one customer counts for at most 40% of the whole."; null where it is.',
  })
  async explanation(@Root() { count }: EvidenceEdge): Promise<string | null> {
    return (await count())?.explanation ?? null;
  }
}
