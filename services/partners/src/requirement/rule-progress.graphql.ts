import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import {
  type AssessedRequirement,
  type ScoreTotal as AssessedTotal,
  shownBar,
  unitDigits,
} from "@tiergraph/program/assess";
import type { Program } from "@tiergraph/program/document/program";
import { decimalOf, decimalOrNull, fractionOf, parseExact, ZERO } from "@tiergraph/program/exact";
import { impliedBy } from "@tiergraph/program/place";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Bound, boundOf, MeasureUnit, RuleKind, ruleKindOf, unitOf } from "./requirement-types.graphql.js";

@Directive('@key(fields: "id")')
@ObjectType({ description: "The value of one measure of one partner on one day." })
export class Measurement {
  @Field(() => ID)
  id: string;
}

@ObjectType({ description: "What a score comes to that another one beats." })
export class ScoreTotal {
  @Field(() => String, { nullable: true, description: "Its name in the document; null for one without a name." })
  name: string | null;

  @Field(() => String)
  title: string;

  @Field(() => DecimalScalar)
  total: string;
}

@ObjectType({ description: "How far a partner is with one rule." })
export class RuleProgress {
  @Field(() => String)
  path: string;

  @Field(() => RuleKind)
  kind: RuleKind;

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

  @Field(() => Int)
  metCount: number;

  @Field(() => String, { nullable: true })
  measure: string | null;

  @Field(() => String, { nullable: true })
  title: string | null;

  @Field(() => MeasureUnit, { nullable: true })
  unit: MeasureUnit | null;

  @Field(() => Bound, { nullable: true })
  bound: Bound | null;

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

  @Field(() => String, { nullable: true })
  why: string | null;

  @Field(() => Measurement, {
    nullable: true,
    description: "The measure behind `actual`, down to the facts that were counted.",
  })
  measurement: Measurement | null;

  @Field(() => [RuleProgress])
  rules: RuleProgress[];
}

/** By what a judgement is shown: its program, and the measurement of a measure in it. */
export interface Judgement {
  readonly program: Program;
  readonly measurementId: (measure: string) => string;
}

export function progressOf(assessed: AssessedRequirement, judgement: Judgement): RuleProgress {
  return {
    path: assessed.path,
    kind: ruleKindOf(assessed.kind),
    isMet: assessed.isMet && assessed.isAsked,
    isAsked: assessed.isAsked,
    fraction: assessed.isAsked ? fractionOf(assessed.fraction) : "0",
    needed: assessed.needed,
    metCount: assessed.metCount,
    group: assessed.group,
    why: assessed.why,
    rules: assessed.children.map((rule) => progressOf(rule, judgement)),
    ...NOTHING_MEASURED,
    ...detailsOf(assessed, judgement.program),
    measurement: measurementOf(assessed, judgement),
  };
}

/** The total of a score is no measurement. */
const measurementOf = (assessed: AssessedRequirement, judgement: Judgement): Measurement | null =>
  "measure" in assessed && assessed.measure !== null ? { id: judgement.measurementId(assessed.measure) } : null;

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
  weighted: null,
  isBeaten: false,
  market: null,
  subject: null,
  otherScores: [],
  since: null,
} satisfies Partial<RuleProgress>;

function detailsOf(assessed: AssessedRequirement, program: Program): Partial<RuleProgress> {
  switch (assessed.kind) {
    case "threshold":
      return { ...barOf(assessed, program), measure: assessed.measure };
    case "score":
      return {
        ...barOf(assessed, program),
        cap: decimalOrNull(assessed.cap),
        subject: assessed.score,
        otherScores: (assessed.others ?? []).map(totalShown),
      };
    case "term":
      return {
        measure: assessed.measure,
        title: assessed.title,
        unit: unitOf(assessed.unit),
        actual: decimalOrNull(assessed.actual),
        points: decimalOrNull(assessed.points),
        cap: decimalOrNull(assessed.cap),
        floor: decimalOrNull(assessed.floor),
        subject: assessed.score?.score ?? null,
        otherScores: (assessed.score?.others ?? []).map(totalShown),
        weighted: decimalOrNull(assessed.weighted?.value ?? null),
        isBeaten: assessed.isBeaten ?? false,
      };
    case "tenure":
      return {
        // Decisions of the first formats knew no other.
        bound: boundOf(assessed.bound ?? "at-least"),
        target: String(assessed.months),
        subject: assessed.tier,
        since: assessed.since,
      };
    case "approval":
      return { title: assessed.title, subject: assessed.approval };
    case "withheld":
      return { title: assessed.title };
    default:
      return {};
  }
}

const totalShown = ({ score, title, total }: AssessedTotal): ScoreTotal => ({
  title,
  name: score,
  total: decimalOf(parseExact(total) ?? ZERO),
});

function barOf(
  measured: Extract<AssessedRequirement, { kind: "threshold" | "score" }>,
  program: Program,
): Partial<RuleProgress> {
  const bar = { bound: measured.bound, target: parseExact(measured.target) ?? ZERO };
  const shown = shownBar(bar, unitDigits(measured.unit, program.currency));
  return {
    title: measured.title,
    unit: unitOf(measured.unit),
    bound: boundOf(shown.bound),
    target: decimalOf(shown.target),
    actual: decimalOrNull(measured.actual),
    gap: decimalOrNull(measured.gap),
    market: measured.market?.name ?? null,
  };
}

/**
 * What is measured at the leaves (bounds, scores with their terms apart, tenures, approvals), in the document's order: what
 * asks the partner, and of several bounds on one measure that hold together the strictest.
 */
export function thresholdsOf(assessed: AssessedRequirement, judgement: Judgement): Thresholds {
  const asked = leavesOf(assessed).filter(({ isAsked }) => isAsked);
  const together = conjunctsOf(assessed);
  const isImplied = (node: AssessedRequirement) => {
    const at = together.indexOf(node);
    return at !== -1 && together.some((other, k) => other !== node && impliedBy(node, other, k < at));
  };
  const implied = asked.filter(isImplied);
  const strictest = asked.filter((node) => !isImplied(node));
  const shown = (node: AssessedRequirement) => progressOf(node, judgement);
  return { thresholds: strictest.map(shown), impliedThresholds: implied.map(shown) };
}
export interface Thresholds {
  readonly thresholds: RuleProgress[];
  /** Met by whoever meets the others. */
  readonly impliedThresholds: RuleProgress[];
}

const leavesOf = (assessed: AssessedRequirement): AssessedRequirement[] =>
  JOINING.has(ruleKindOf(assessed.kind)) ? assessed.children.flatMap(leavesOf) : [assessed];

/** Leaves that are asked together: a bound in a choice stands for itself, however strict another is. */
const conjunctsOf = (assessed: AssessedRequirement): AssessedRequirement[] =>
  assessed.kind === "all" || assessed.kind === "inherited" ? assessed.children.flatMap(conjunctsOf) : [assessed];

const JOINING = new Set([RuleKind.ALL, RuleKind.ANY, RuleKind.N_OF, RuleKind.GROUPED, RuleKind.INHERITED]);
