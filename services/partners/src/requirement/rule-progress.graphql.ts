import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import type { AssessedRequirement } from "@tiergraph/program/assess/assessed";
import { decimalOrNull, fractionOf } from "@tiergraph/program/exact/decimal-text";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Bound, boundOf, MeasureUnit, RuleKind, ruleKindOf, unitOf } from "./requirement-types.graphql.js";

@Directive('@key(fields: "id")')
@ObjectType({ description: "What one measure of one partner came to on one day." })
export class Measurement {
  @Field(() => ID)
  id!: string;
}

@ObjectType({ description: "How far a partner is with one rule." })
export class RuleProgress {
  @Field(() => String)
  path!: string;

  @Field(() => RuleKind)
  kind!: RuleKind;

  @Field(() => Boolean)
  isMet!: boolean;

  @Field(() => Boolean, {
    description: "False where the rule does not ask this partner, because of its tracks or market.",
  })
  isAsked!: boolean;

  @Field(() => DecimalScalar, { description: "0 to 1, rounded down to four digits; 1 only when met." })
  fraction!: string;

  @Field(() => Int, { description: "How many of the rules under it have to be met; 1 for a rule that has none." })
  needed!: number;

  @Field(() => Int)
  metCount!: number;

  @Field(() => String, { nullable: true })
  measure!: string | null;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => MeasureUnit, { nullable: true })
  unit!: MeasureUnit | null;

  @Field(() => Bound, { nullable: true })
  bound!: Bound | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "For this partner: times its market's factor. Money in major units, percent as a fraction of 1; so are `actual` and `gap`.",
  })
  target!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "To twelve digits after the point; what decided is exact. Null while a ratio has nothing to divide by.",
  })
  actual!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What is missing, or too much of an upper bound; 0 when met.",
  })
  gap!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a term: what it gives, after gate and cap." })
  points!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a score or a term: the most that it gives." })
  cap!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a term: the least that it must give." })
  floor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The value of the attribute that this is about, such as `EMEA`.",
  })
  group!: string | null;

  @Field(() => String, { nullable: true, description: "The market whose factor is in the target." })
  market!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The tier of a `TENURE`, the name of an `APPROVAL`, the score that counted.",
  })
  subject!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Of a tenure: since when the tier or a higher one is held." })
  since!: string | null;

  @Field(() => String, { nullable: true })
  why!: string | null;

  @Field(() => Measurement, {
    nullable: true,
    description: "The measure behind `actual`, down to the facts that were counted.",
  })
  measurement!: Measurement | null;

  @Field(() => [RuleProgress])
  rules!: RuleProgress[];
}

/** `measurementId` names the measurement of a measure in the same judgement. */
export function progressOf(assessed: AssessedRequirement, measurementId: (measure: string) => string): RuleProgress {
  return {
    path: assessed.path,
    kind: ruleKindOf(assessed.kind),
    isMet: assessed.isMet,
    isAsked: assessed.isAsked,
    fraction: fractionOf(assessed.fraction),
    needed: assessed.needed,
    metCount: assessed.metCount,
    group: assessed.group,
    why: assessed.why,
    rules: assessed.children.map((rule) => progressOf(rule, measurementId)),
    ...NOTHING_MEASURED,
    ...detailsOf(assessed),
    measurement: "measure" in assessed ? { id: measurementId(assessed.measure) } : null,
  };
}

const NOTHING_MEASURED = {
  measure: null,
  title: null,
  unit: null,
  bound: null,
  target: null,
  actual: null,
  gap: null,
  points: null,
  cap: null,
  floor: null,
  market: null,
  subject: null,
  since: null,
} satisfies Partial<RuleProgress>;

function detailsOf(assessed: AssessedRequirement): Partial<RuleProgress> {
  switch (assessed.kind) {
    case "threshold":
      return { ...barOf(assessed), measure: assessed.measure };
    case "score":
      return { ...barOf(assessed), cap: decimalOrNull(assessed.cap), subject: assessed.score };
    case "term":
      return {
        measure: assessed.measure,
        title: assessed.title,
        unit: unitOf(assessed.unit),
        actual: decimalOrNull(assessed.actual),
        points: decimalOrNull(assessed.points),
        cap: decimalOrNull(assessed.cap),
        floor: decimalOrNull(assessed.floor),
      };
    case "tenure":
      return { target: String(assessed.months), subject: assessed.tier, since: assessed.since };
    case "approval":
      return { title: assessed.title, subject: assessed.approval };
    default:
      return {};
  }
}

function barOf(measured: Extract<AssessedRequirement, { kind: "threshold" | "score" }>): Partial<RuleProgress> {
  return {
    title: measured.title,
    unit: unitOf(measured.unit),
    bound: boundOf(measured.bound),
    target: decimalOrNull(measured.target),
    actual: decimalOrNull(measured.actual),
    gap: decimalOrNull(measured.gap),
    market: measured.market?.name ?? null,
  };
}

/** What is measured at the leaves (bounds, scores with their terms apart, tenures, approvals), in the document's order. */
export const thresholdsOf = (progress: RuleProgress): RuleProgress[] =>
  JOINING.has(progress.kind) ? progress.rules.flatMap(thresholdsOf) : [progress];

const JOINING = new Set([RuleKind.ALL, RuleKind.ANY, RuleKind.N_OF, RuleKind.GROUPED, RuleKind.INHERITED]);
