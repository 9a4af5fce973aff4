import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import type { TierAssessment as EngineAssessment } from "@tiergraph/program/assess";
import { decimalOrNull, knownCalendarDate } from "@tiergraph/program/exact";
import { encodeMeasurementId } from "@tiergraph/program/measure";
import { SAFEGUARD_RULES, safeguardInWords } from "@tiergraph/program/place";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { OverrideKind } from "../override/override.graphql.js";
import { Tier, tierOf } from "../program/program.graphql.js";
import type { ReadVersion } from "../program/read-version.js";
import { Measurement, progressOf, RuleProgress } from "../requirement/rule-progress.graphql.js";
import { PageInfo } from "../values.graphql.js";
import type { DecisionRow } from "./decision.entity.js";
import { type DecisionStory, storyOf } from "./decision-story.js";

export enum PlacementOutcome {
  PLACED = "PLACED",
  PROMOTED = "PROMOTED",
  DEMOTED = "DEMOTED",
  KEPT = "KEPT",
}
registerEnumType(PlacementOutcome, { name: "PlacementOutcome" });

/** `{ GRACE: "GRACE", … }`, as the engine has them. */
export const SafeguardRule = Object.fromEntries(SAFEGUARD_RULES.map((rule) => [rule, rule]));
registerEnumType(SafeguardRule, {
  name: "SafeguardRule",
  description: "What keeps a partner from moving between tiers too quickly.",
});

@ObjectType({ description: "A rule that held a partner where it is, or moved it less far than it would have gone." })
export class Safeguard {
  @Field(() => SafeguardRule)
  rule: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer does, if nothing else changes.",
  })
  until: string | null;

  @Field(() => String)
  explanation: string;
}

@ObjectType({ description: "An adjustment that touched a measure." })
export class AppliedAdjustment {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "`factor` or `excused`." })
  kind: string;

  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar, { description: "The day after its last." })
  to: string;

  @Field(() => DecimalScalar, { nullable: true })
  factor: string | null;

  @Field(() => String)
  why: string;

  @Field(() => DecimalScalar, { nullable: true, description: "The value of the measure without any adjustment." })
  unadjusted: string | null;
}

@ObjectType({ description: "A measure's value in one group, for one value of the attribute that it is grouped by." })
export class DecisionInputGroup {
  @Field(() => String)
  group: string;

  @Field(() => DecimalScalar)
  value: string;
}

@ObjectType({ description: "One measure as the decision read it." })
export class DecisionInput {
  @Field(() => String)
  measure: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "Money in major units, percent as a fraction of 1, to twelve digits after the point. What decided is exact.",
  })
  value: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a ratio: exactly what was divided." })
  numerator: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a ratio: exactly what it was divided by." })
  denominator: string | null;

  @Field(() => [DecisionInputGroup], { description: "Empty for a measure that is one number only." })
  groups: DecisionInputGroup[];

  @Field(() => [AppliedAdjustment])
  adjustments: AppliedAdjustment[];

  @Field(() => DateScalar, { nullable: true, description: "First day that counted; null for the beginning of time." })
  from: string | null;

  @Field(() => DateScalar, { description: "The day after the last one that counted." })
  to: string;

  @Field(() => Measurement, { nullable: true, description: "Down to the facts that were counted." })
  measurement: Measurement | null;
}

@ObjectType({ description: "How a partner compared with one tier when it was judged." })
export class TierAssessment {
  @Field(() => Tier)
  tier: Tier;

  @Field(() => Boolean)
  isMet: boolean;

  @Field(() => RuleProgress, { nullable: true })
  requirement: RuleProgress | null;
}

@ObjectType({ description: "A person's decision that holds beside the rules, or in their place." })
export class AppliedOverride {
  @Field(() => ID)
  id: string;

  @Field(() => OverrideKind)
  kind: OverrideKind;

  @Field(() => String, { nullable: true, description: "Name of the tier by hand; null where the partner is held." })
  tier: string | null;

  @Field(() => DateScalar, { description: "The first day on which it no longer holds." })
  until: string;

  @Field(() => String)
  reason: string;
}

@ObjectType({ description: "Why a partner was placed where it was. Never changed once made." })
export class Decision {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: "1 for the partner's first decision." })
  sequence: number;

  @Field(() => DateScalar, { description: "The day that was judged." })
  asOf: string;

  @Field(() => DateScalar, { description: "The day from which on what was decided holds." })
  effectiveOn: string;

  @Field(() => DateTimeScalar)
  decidedAt: Date;

  @Field(() => String)
  program: string;

  @Field(() => String)
  programVersion: string;

  @Field(() => PlacementOutcome)
  outcome: PlacementOutcome;

  @Field(() => Tier)
  tier: Tier;

  @Field(() => String, { nullable: true, description: "Name of the tier held before the judged day." })
  previousTier: string | null;

  @Field(() => String, { description: "The reason in a sentence or two." })
  summary: string;

  @Field(() => String, { nullable: true, description: "The track in which the program classified the partner." })
  classifiedAs: string | null;

  @Field(() => [Safeguard])
  safeguards: Safeguard[];

  @Field(() => AppliedOverride, { nullable: true })
  override: AppliedOverride | null;

  @Field(() => AppliedOverride, { nullable: true })
  hold: AppliedOverride | null;

  @Field(() => [String], { description: "Names of the approvals that the partner had." })
  approvals: string[];

  @Field(() => [DecisionInput])
  inputs: DecisionInput[];

  @Field(() => [TierAssessment], { description: "Every tier, lowest first." })
  assessments: TierAssessment[];

  @Field(() => TierAssessment, { nullable: true, description: "What keeping the tier asks." })
  keeping: TierAssessment | null;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 over this decision and the hash before it. Null for decisions from before the chain.",
  })
  hash: string | null;
}

@ObjectType()
export class DecisionConnection extends connectionType("Decision", () => Decision, PageInfo) {}

export function decisionOf(row: DecisionRow, version: ReadVersion): Decision {
  const story = storyOf(row, version);
  const measurementId = measurementIdIn(row);
  return {
    id: encodeOwnedId({ partnerId: row.partnerId, id: row.decisionId }),
    sequence: row.sequence,
    asOf: row.asOf,
    effectiveOn: row.effectiveOn ?? row.asOf,
    decidedAt: row.decidedAt,
    program: row.program,
    programVersion: row.programVersion,
    outcome: row.outcome as PlacementOutcome, // The table's check allows just these.
    tier: tierOf(version.program, row.tier),
    previousTier: row.previousTier,
    summary: story.summary,
    classifiedAs: story.classifiedAs,
    safeguards: story.safeguards.map((safeguard) => ({ ...safeguard, explanation: safeguardInWords(safeguard) })),
    override:
      story.override === null
        ? null
        : {
            ...story.override,
            kind: story.override.bound === "at-least" ? OverrideKind.TIER_AT_LEAST : OverrideKind.TIER,
          },
    hold: story.hold === null ? null : { ...story.hold, kind: OverrideKind.HOLD, tier: null },
    approvals: [...story.approvals],
    inputs: story.inputs.map((input) => inputOf(input, measurementId)),
    assessments: story.tiers.map((assessment) => assessmentOf(assessment, version, measurementId)),
    keeping: story.keeping === null ? null : assessmentOf(story.keeping, version, measurementId),
    hash: row.hash,
  };
}

export const assessmentOf = (
  { tier, isMet, requirement }: EngineAssessment,
  { program }: ReadVersion,
  measurementId: (measure: string) => string,
): TierAssessment => ({
  tier: tierOf(program, tier),
  isMet,
  requirement: requirement === null ? null : progressOf(requirement, { program, measurementId }),
});

function inputOf(input: DecisionStory["inputs"][number], measurementId: (measure: string) => string): DecisionInput {
  return {
    measure: input.measure,
    value: decimalOrNull(input.value),
    numerator: decimalOrNull(input.numerator),
    denominator: decimalOrNull(input.denominator),
    groups: input.groups.map(([group, value]) => ({ group, value: decimalOrNull(value) ?? "0" })),
    adjustments: input.adjustments.map((adjustment) => ({
      ...adjustment,
      factor: decimalOrNull(adjustment.factor),
      unadjusted: decimalOrNull(adjustment.unadjusted),
    })),
    from: input.from,
    to: input.to,
    measurement: { id: measurementId(input.measure) },
  };
}

export const measurementIdIn =
  ({
    partnerId,
    asOf,
    program,
    programVersion,
  }: Pick<DecisionRow, "partnerId" | "asOf" | "program" | "programVersion">) =>
  (measure: string): string =>
    encodeMeasurementId({ partnerId, measure, asOf: knownCalendarDate(asOf), program, version: programVersion });
