import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { TierAssessment as EngineAssessment } from "@tiergraph/program/assess";
import { decimalOrNull, knownCalendarDate } from "@tiergraph/program/exact";
import { encodeMeasurementId } from "@tiergraph/program/measure";
import { safeguardInWords } from "@tiergraph/program/place";
import { type ReadVersion, tierNode } from "../program/index.js";
import { progressOf } from "../requirement/index.js";
import type { DecisionRow } from "./decision.entity.js";
import { type DecisionStory, storyOf } from "./decision-story.js";

export function decisionNode(row: DecisionRow, version: ReadVersion) {
  const story = storyOf(row, version);
  const measurementId = measurementIdOf(row);
  return {
    id: encodeOwnedId("Decision", { partnerId: row.partnerId, id: row.decisionId }),
    sequence: row.sequence,
    asOf: row.asOf,
    effectiveOn: row.effectiveOn ?? row.asOf,
    decidedAt: row.decidedAt,
    program: row.program,
    programVersion: row.programVersion,
    outcome: row.outcome,
    tier: tierNode(version.program, row.tier),
    previousTier: row.previousTier,
    summary: story.summary,
    classifiedAs: story.classifiedAs,
    safeguards: story.safeguards.map((safeguard) => ({
      explanation: safeguardInWords(safeguard, version.program.language),
      ...safeguard,
    })),
    override:
      story.override === null
        ? null
        : {
            ...story.override,
            kind: story.override.bound === "at-least" ? ("TIER_AT_LEAST" as const) : ("TIER" as const),
          },
    hold: story.hold === null ? null : { ...story.hold, kind: "HOLD" as const, tier: null },
    approvals: [...story.approvals],
    inputs: story.inputs.map((input) => inputNode(input, measurementId)),
    assessments: story.tiers.map((assessment) => assessmentNode(assessment, version, measurementId)),
    keeping: story.keeping === null ? null : assessmentNode(story.keeping, version, measurementId),
    hash: row.hash,
  };
}

export const assessmentNode = (
  { tier, isMet, requirement }: EngineAssessment,
  { program }: ReadVersion,
  measurementId: (measure: string) => string,
) => ({
  tier: tierNode(program, tier),
  isMet,
  requirement: requirement === null ? null : progressOf(requirement, { program, measurementId }),
});

function inputNode(input: DecisionStory["inputs"][number], measurementId: (measure: string) => string) {
  return {
    measure: input.measure,
    value: decimalOrNull(input.value),
    numerator: decimalOrNull(input.numerator),
    denominator: decimalOrNull(input.denominator),
    groups: input.groups.map(([group, value]) => ({ group, value: decimalOrNull(value) ?? "0" })),
    adjustments: input.adjustments.map(({ to, why, ...adjustment }) => ({
      ...adjustment,
      until: to,
      reason: why,
      factor: decimalOrNull(adjustment.factor),
      unadjusted: decimalOrNull(adjustment.unadjusted),
    })),
    from: input.from,
    until: input.to,
    measurement: { id: measurementId(input.measure) },
  };
}

export const measurementIdOf =
  ({
    partnerId,
    asOf,
    program,
    programVersion,
  }: Pick<DecisionRow, "partnerId" | "asOf" | "program" | "programVersion">) =>
  (measure: string): string =>
    encodeMeasurementId({ partnerId, measure, asOf: knownCalendarDate(asOf), program, version: programVersion });
export type DecisionNode = ReturnType<typeof decisionNode>;
export type AssessmentNode = ReturnType<typeof assessmentNode>;
