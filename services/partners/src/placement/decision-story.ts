import type { AssessedRequirement, TierAssessment } from "@tiergraph/program/assess";
import type { Program } from "@tiergraph/program/document/program";
import { type CalendarDate, toExactString } from "@tiergraph/program/exact";
import { cheapestPaths, type PathToTier } from "@tiergraph/program/path-to-tier";
import {
  type AdjustmentInput,
  explainDecision,
  type Hold,
  type Override,
  recordOf,
  type Safeguard,
  withoutPeoplesWords,
} from "@tiergraph/program/place";
import type { ReadVersion } from "../program/index.js";
import type { DecisionRow } from "./decision.entity.js";

/** What a decision says, in any format that it is kept in. */
export interface DecisionStory {
  readonly summary: string;
  readonly inputs: readonly StoryInput[];
  /** Every tier of the program, lowest first. */
  readonly tiers: readonly TierAssessment[];
  readonly next: TierAssessment | null;
  /** Worked out when it is asked for. */
  readonly pathsUp: () => readonly PathToTier[];
  /** Null in the first format, which knew no keeping bars. */
  readonly keeping: TierAssessment | null;
  readonly isAtRisk: boolean;
  readonly safeUntil: CalendarDate | null;
  readonly classifiedAs: string | null;
  readonly safeguards: readonly Safeguard[];
  readonly override: Override | null;
  readonly hold: Hold | null;
  readonly approvals: readonly string[];
}

interface StoryInput {
  readonly measure: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly groups: readonly (readonly [group: string, value: string])[];
  readonly adjustments: readonly AdjustmentInput[];
  readonly from: string | null;
  readonly to: string;
}

/** Reads a stored decision by the version that made it, as far as the viewer reads that. */
export function storyOf(
  row: Pick<DecisionRow, "format" | "body">,
  { program, whole, quotesPeople }: Pick<ReadVersion, "program" | "whole" | "quotesPeople">,
): DecisionStory {
  if (row.format === 1) return storyOfFirstFormat(row.body, program);
  const kept = recordOf(row.body);
  const record = quotesPeople ? kept : withoutPeoplesWords(kept);
  const { measures, classification, ...explained } = explainDecision(whole, record, program);
  const adjustments = new Map(record.inputs.measures.map((input) => [input.measure, input.adjustments ?? []]));
  return {
    ...explained,
    classifiedAs: classification?.track ?? null,
    safeguards: record.safeguards,
    override: record.inputs.override,
    hold: record.inputs.hold,
    approvals: record.inputs.approvals,
    inputs: [...measures.values()].map(({ measure, value, numerator, denominator, groups, from, to }) => ({
      measure,
      value: value === null ? null : toExactString(value),
      numerator: numerator === null ? null : toExactString(numerator),
      denominator: denominator === null ? null : toExactString(denominator),
      groups: [...(groups ?? [])].map(([group, part]) => [group, toExactString(part)] as const),
      adjustments: adjustments.get(measure) ?? [],
      from,
      to,
    })),
  };
}

/** A decision of the first format: whole in itself, without governance. */
interface FirstFormat {
  readonly summary: string;
  readonly inputs: { readonly measures: readonly Omit<StoryInput, "groups" | "adjustments">[] };
  readonly tiers: readonly TierAssessment[];
  readonly next: TierAssessment | null;
}

function storyOfFirstFormat(body: string, program: Program): DecisionStory {
  const decision = JSON.parse(body) as FirstFormat; // The only format that was stored then.
  const next = decision.next === null ? null : withNewParts(decision.next);
  const asked = next?.requirement ?? null;
  return {
    summary: decision.summary,
    inputs: decision.inputs.measures.map((input) => ({ ...input, groups: [], adjustments: [] })),
    tiers: decision.tiers.map(withNewParts),
    next,
    pathsUp: () => (asked === null ? [] : cheapestPaths(program, asked)),
    keeping: null,
    isAtRisk: false,
    safeUntil: null,
    classifiedAs: null,
    safeguards: [],
    override: null,
    hold: null,
    approvals: [],
  };
}

const withNewParts = (assessment: TierAssessment): TierAssessment => ({
  ...assessment,
  requirement: assessment.requirement === null ? null : withNewFields(assessment.requirement),
});

/** Fields that requirements have had since the second format. */
function withNewFields(requirement: AssessedRequirement): AssessedRequirement {
  const children = requirement.children.map(withNewFields);
  const added = { why: requirement.why ?? null, group: null, children };
  return requirement.kind === "threshold"
    ? { ...requirement, ...added, market: null }
    : ({ ...requirement, ...added } as AssessedRequirement); // Of the first format's two other kinds.
}
