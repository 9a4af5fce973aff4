import { DecimalScalar } from "@tiergraph/kit/values/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Bound, MeasureUnit, RuleKind } from "./requirement-types.graphql.js";
import type { RuleNode } from "./rule-node.js";

@ObjectType({ description: "What a tier asks: one bound, a score, or several rules joined." })
export class Rule {
  @Field(() => String, { description: "Its address in the document, stable within the version." })
  path: string;

  @Field(() => RuleKind, { description: "How it joins the rules under it, or what it asks itself." })
  kind: RuleNode["kind"];

  @Field(() => Int, {
    nullable: true,
    description: "Of `N_OF` and `GROUPED`: how many must hold; null where all of a `GROUPED` must.",
  })
  needed: number | null;

  @Field(() => String, { nullable: true, description: "Of a threshold or a term: the measure's name." })
  measure: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Of the measure, the score, the term or the approval; null where there is none.",
  })
  title: string | null;

  @Field(() => MeasureUnit, {
    nullable: true,
    description: "What `target` is given in; null where no measure is asked.",
  })
  unit: RuleNode["unit"];

  @Field(() => Bound, {
    nullable: true,
    description: "On which side of the target is enough; null where there is no target.",
  })
  bound: RuleNode["bound"];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Money in major units, percent as a fraction of 1; of a score its total, of a tenure its months.",
  })
  target: string | null;

  @Field(() => Boolean, { description: "Whether the target is multiplied by the factor of the partner's market." })
  isScaledByMarket: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "The bound that keeps the tier once it is held, in the unit of the target; null for the tier's own share.",
  })
  keepsAt: string | null;

  @Field(() => String, { description: "What it asks, in words; of what joins rules, how." })
  inWords: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a term: how many points `each` so many give." })
  points: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Of a term: of how many of the measure `points` are given, in the measure's unit.",
  })
  each: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a score or a term: the most that it gives." })
  cap: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a term: the least that it must give." })
  floor: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The attribute of a `GROUPED`, the tier of a `TENURE`, the name of an `APPROVAL` or a `SCORE`, of a `TERM` the score whose total it counts.",
  })
  subject: string | null;

  @Field(() => [String], { description: "Only partners on one of these tracks are asked; everyone where empty." })
  tracks: string[];

  @Field(() => [String], { description: "The same by region." })
  regions: string[];

  @Field(() => [String], { description: "The same by country." })
  countries: string[];

  @Field(() => [String], { description: "The same by market." })
  markets: string[];

  @Field(() => String, {
    nullable: true,
    description: "Why the program asks it; null where the document does not say.",
  })
  why: string | null;

  @Field(() => [Rule], {
    description:
      "Of a term its gate, its alternatives, or the terms of the score that it counts; of a `GROUPED` what narrows it and what it asks.",
  })
  rules: Rule[];
}
