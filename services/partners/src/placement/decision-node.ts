import { once } from "@tiergraph/kit/subgraph/reads-on-demand";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { TierAssessment as EngineAssessment } from "@tiergraph/program/assess";
import { isFromFacts } from "@tiergraph/program/document/measures";
import { decimalOrNull, knownCalendarDate } from "@tiergraph/program/exact";
import { encodeMeasurementId } from "@tiergraph/program/measure";
import { safeguardInWords } from "@tiergraph/program/place";
import { type ReadVersion, tierNode } from "../program/index.js";
import { type Judgement, progressOf } from "../requirement/index.js";
import type { DecisionRow } from "./decision.entity.js";
import { type DecisionStory, storyOf } from "./decision-story.js";

/** Its explanation is worked out when a field asks for it: lists are mostly read for what was decided. */
export function decisionNode(row: DecisionRow, version: ReadVersion) {
  const story = once(() => storyNode(row, version));
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
    hash: row.hash,
    get summary() {
      return story().summary;
    },
    get classifiedAs() {
      return story().classifiedAs;
    },
    get safeguards() {
      return story().safeguards;
    },
    get override() {
      return story().override;
    },
    get hold() {
      return story().hold;
    },
    get approvals() {
      return story().approvals;
    },
    get inputs() {
      return story().inputs;
    },
    get assessments() {
      return story().assessments;
    },
    get keeping() {
      return story().keeping;
    },
  };
}

function storyNode(row: DecisionRow, version: ReadVersion) {
  const story = storyOf(row, version);
  const measurementId = measurementIdOf(row, version);
  return {
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
  };
}

export const assessmentNode = (
  { tier, isMet, requirement }: EngineAssessment,
  { program }: ReadVersion,
  measurementId: Judgement["measurementId"],
) => ({
  tier: tierNode(program, tier),
  isMet,
  requirement: requirement === null ? null : progressOf(requirement, { program, measurementId }),
});

function inputNode(input: DecisionStory["inputs"][number], measurementId: Judgement["measurementId"]) {
  const id = measurementId(input.measure);
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
    measurement: id === null ? null : { id },
  };
}

/**
 * Null for the score of a review, which no facts stand behind: a reference that leads nowhere is a null without a word in
 * one router, and an error in another.
 */
export const measurementIdOf =
  (
    row: Pick<DecisionRow, "partnerId" | "asOf" | "program" | "programVersion">,
    { program: { measures } }: Pick<ReadVersion, "program">,
  ): Judgement["measurementId"] =>
  (name) => {
    const measure = measures.find((one) => one.name === name);
    if (measure === undefined || !isFromFacts(measure)) return null;
    const { partnerId, program, programVersion } = row;
    const asOf = knownCalendarDate(row.asOf);
    return encodeMeasurementId({ partnerId, measure: name, asOf, program, version: programVersion });
  };
export type DecisionNode = ReturnType<typeof decisionNode>;
export type AssessmentNode = ReturnType<typeof assessmentNode>;
