import { DecimalScalar } from "@tiergraph/kit/values/scalars";
import type { AssessedRequirement } from "@tiergraph/program/assess/assess-tier";
import type { Program, Requirement } from "@tiergraph/program/document/program";
import { decimalOf, decimalOrNull, fractionOf } from "@tiergraph/program/exact/decimal-text";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

export enum RuleKind {
  ALL = "ALL",
  ANY = "ANY",
  N_OF = "N_OF",
  THRESHOLD = "THRESHOLD",
}
registerEnumType(RuleKind, {
  name: "RuleKind",
  description: "How a rule joins the rules under it, or that it is one threshold.",
});

export enum Bound {
  AT_LEAST = "AT_LEAST",
  MORE_THAN = "MORE_THAN",
}
registerEnumType(Bound, { name: "Bound", description: "Whether the target itself is enough." });

export enum MeasureUnit {
  MONEY = "MONEY",
  COUNT = "COUNT",
  PERCENT = "PERCENT",
}
registerEnumType(MeasureUnit, { name: "MeasureUnit" });

@ObjectType({ description: "What a tier asks: one threshold, or several rules joined." })
export class Rule {
  @Field(() => String, { description: "Its address in the document, stable within the version." })
  path!: string;

  @Field(() => RuleKind)
  kind!: RuleKind;

  @Field(() => Int, { nullable: true, description: "Of `N_OF`: how many of the rules under it must hold." })
  needed!: number | null;

  @Field(() => String, { nullable: true, description: "Of a threshold: the measure's name." })
  measure!: string | null;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => MeasureUnit, { nullable: true })
  unit!: MeasureUnit | null;

  @Field(() => Bound, { nullable: true })
  bound!: Bound | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Money in major units, percent as a fraction of 1." })
  target!: string | null;

  @Field(() => [String], { description: "Only partners on one of these tracks are asked; everyone where empty." })
  tracks!: string[];

  @Field(() => String, { nullable: true })
  why!: string | null;

  @Field(() => [Rule])
  rules!: Rule[];
}

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

  @Field(() => Boolean, { description: "False where the rule does not ask partners of this partner's tracks." })
  isAsked!: boolean;

  @Field(() => DecimalScalar, { description: "0 to 1, rounded down to four digits; 1 only when met." })
  fraction!: string;

  @Field(() => Int, { nullable: true })
  needed!: number | null;

  @Field(() => Int, { nullable: true })
  metCount!: number | null;

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
    description: "Money in major units, percent as a fraction of 1; so are `actual` and `gap`.",
  })
  target!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "To twelve digits after the point; what decided is exact. Null while a ratio has nothing to divide by.",
  })
  actual!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What is missing; 0 when met." })
  gap!: string | null;

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

export function ruleOf(program: Program, requirement: Requirement): Rule {
  const common = {
    path: requirement.path,
    needed: null,
    measure: null,
    title: null,
    unit: null,
    bound: null,
    target: null,
  };
  if (requirement.kind !== "threshold")
    return {
      ...common,
      kind: ruleKind(requirement.kind),
      needed: requirement.kind === "n-of" ? requirement.n : null,
      tracks: [],
      why: null,
      rules: requirement.of.map((part) => ruleOf(program, part)),
    };
  const measure = program.measures.find(({ name }) => name === requirement.measure);
  return {
    ...common,
    kind: RuleKind.THRESHOLD,
    measure: requirement.measure,
    title: measure?.title ?? null,
    unit: measure === undefined ? null : unitOf(measure.unit),
    bound: boundOf(requirement.bound),
    target: decimalOf(requirement.target),
    tracks: [...requirement.tracks],
    why: requirement.why,
    rules: [],
  };
}

/** `measurementId` names the measurement of a measure in the same judgement. */
export function progressOf(assessed: AssessedRequirement, measurementId: (measure: string) => string): RuleProgress {
  const rules = "children" in assessed ? assessed.children : [];
  const threshold = assessed.kind === "threshold" ? assessed : null;
  return {
    path: assessed.path,
    kind: ruleKind(assessed.kind),
    isMet: assessed.isMet,
    isAsked: assessed.isAsked,
    fraction: fractionOf(assessed.fraction),
    needed: "needed" in assessed ? assessed.needed : null,
    metCount: "metCount" in assessed ? assessed.metCount : null,
    measure: threshold?.measure ?? null,
    title: threshold?.title ?? null,
    unit: threshold === null ? null : unitOf(threshold.unit),
    bound: threshold === null ? null : boundOf(threshold.bound),
    target: decimalOrNull(threshold?.target),
    actual: decimalOrNull(threshold?.actual),
    gap: decimalOrNull(threshold?.gap),
    why: threshold?.why ?? null,
    measurement: threshold === null ? null : { id: measurementId(threshold.measure) },
    rules: rules.map((rule) => progressOf(rule, measurementId)),
  };
}

/** The thresholds at the leaves, in the order of the document. */
export const thresholdsOf = (progress: RuleProgress): RuleProgress[] =>
  progress.kind === RuleKind.THRESHOLD ? [progress] : progress.rules.flatMap(thresholdsOf);

const ruleKind = (kind: Requirement["kind"]): RuleKind =>
  ({ all: RuleKind.ALL, any: RuleKind.ANY, "n-of": RuleKind.N_OF, threshold: RuleKind.THRESHOLD })[kind];
const boundOf = (bound: "at-least" | "more-than"): Bound => (bound === "at-least" ? Bound.AT_LEAST : Bound.MORE_THAN);
const unitOf = (unit: "money" | "count" | "percent"): MeasureUnit =>
  ({ money: MeasureUnit.MONEY, count: MeasureUnit.COUNT, percent: MeasureUnit.PERCENT })[unit];
