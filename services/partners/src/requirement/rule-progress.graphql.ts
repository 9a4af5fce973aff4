import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import type { ProgressNode, TotalNode } from "./progress-node.js";
import { Bound, MeasureUnit, RuleKind } from "./requirement-types.graphql.js";

@Directive('@key(fields: "id")')
@ObjectType({ description: "The value of one measure of one partner on one day." })
export class Measurement {
  @Field(() => ID)
  id: string;
}

@ObjectType({ description: "What a score comes to that another one beats." })
export class ScoreTotal implements TotalNode {
  @Field(() => String, { nullable: true, description: "Its name in the document; null for one without a name." })
  name: string | null;

  @Field(() => String, { description: "The score's name for people." })
  title: string;

  @Field(() => DecimalScalar, { description: "In points, after its cap." })
  total: string;
}

@ObjectType({ description: "How far a partner is with one rule." })
export class RuleProgress implements ProgressNode {
  @Field(() => String, { description: "Address of the rule in the document." })
  path: string;

  @Field(() => RuleKind, { description: "How the rule joins those under it, or what it asks itself." })
  kind: ProgressNode["kind"];

  @Field(() => Boolean, { description: "False where the rule does not ask this partner: see `isAsked`." })
  isMet: boolean;

  @Field(() => Boolean, {
    description: "False where the rule does not ask this partner, because of its tracks or market.",
  })
  isAsked: boolean;

  @Field(() => DecimalScalar, { description: "0 to 1, rounded down to four digits; 1 only when met." })
  fraction: string;

  @Field(() => Int, { description: "How many of the rules under it have to be met; 1 for a rule that has none." })
  needed: number;

  @Field(() => Int, {
    description:
      "How many of the rules under it are met, those left out that do not ask this partner; of a rule that has none, 1 when it is met.",
  })
  metCount: number;

  @Field(() => String, { nullable: true, description: "Of a threshold or a term: the measure's name." })
  measure: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Of the measure, the score, the term or the approval; null where there is none.",
  })
  title: string | null;

  @Field(() => MeasureUnit, {
    nullable: true,
    description: "What `target`, `actual` and `gap` are given in; null where no measure is asked.",
  })
  unit: ProgressNode["unit"];

  @Field(() => Bound, {
    nullable: true,
    description: "On which side of the target is enough; null where there is no target.",
  })
  bound: ProgressNode["bound"];

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "For this partner: times its market's factor. Money in major units, percent as a fraction of 1; so are `actual` and `gap`.",
  })
  target: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "To twelve digits after the point; what decided is exact. Null while a ratio has nothing to divide by.",
  })
  actual: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What is missing, or too much of an upper bound; 0 when met.",
  })
  gap: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a term: what it gives, after gate and cap." })
  points: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a score or a term: the most that it gives." })
  cap: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a term: the least that it must give." })
  floor: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Of a term with weights: `actual` times their factors, which gives the points; null elsewhere.",
  })
  weighted: string | null;

  @Field(() => Boolean, {
    description: "True of an alternative in a term that another one beats: its points are what it would have given.",
  })
  isBeaten: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The value of the attribute that this is about, such as `EMEA`.",
  })
  group: string | null;

  @Field(() => String, { nullable: true, description: "The market whose factor the target includes." })
  market: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The tier of a `TENURE`, the name of an `APPROVAL`, the score that counted, the score whose total a `TERM` counts.",
  })
  subject: string | null;

  @Field(() => [ScoreTotal], {
    description: "Of a score that is the best of several: what the others come to; empty elsewhere.",
  })
  otherScores: ScoreTotal[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Of a tenure: since when the tier or a higher one is held; of one `AT_MOST` so long, when it was first held.",
  })
  since: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why the program asks it; null where the document does not say.",
  })
  why: string | null;

  @Field(() => Measurement, {
    nullable: true,
    description: "The measure behind `actual`, down to the facts that were counted.",
  })
  measurement: Measurement | null;

  @Field(() => [RuleProgress], { description: "The rules under it, in the order of the document." })
  rules: RuleProgress[];
}
