import { type Classification, keepingShare, type TierAssessment } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import type { CalendarDate } from "../exact/index.js";
import type { MeasureValue } from "../measure/index.js";
import { type PathToTier, verifiedPaths } from "../path-to-tier/index.js";
import type { DecisionRecord } from "./decision.js";
import { safeUntil } from "./govern.js";
import { valuesOfInputs } from "./inputs.js";
import { assessKeeping, judge } from "./judge.js";
import { manualTierSafeUntil } from "./manual-tier.js";
import type { PlacePartner } from "./place-partner.js";
import { summarizePlacement } from "./summarize-placement.js";

/** Everything that a person may ask about a decision, derived from its record and its version. */
export interface PlacementExplanation {
  /** The assessment of every tier, lowest first. */
  readonly tiers: readonly TierAssessment[];
  readonly classification: Classification | null;
  /** The assessment of keeping the placed tier. */
  readonly keeping: TierAssessment;
  /** Whether the keeping bar is missed, so that the tier will be lost unless that changes. */
  readonly isAtRisk: boolean;
  /** The first day on which the tier can be lost; null in the lowest one. */
  readonly safeUntil: CalendarDate | null;
  /** The tier above the placed one; null at the top. */
  readonly next: TierAssessment | null;
  /** Verified paths to the next tier; computed when called. */
  readonly pathsUp: () => readonly PathToTier[];
  readonly measures: ReadonlyMap<string, MeasureValue>;
  /** The reason for the partner, in a sentence or two. */
  readonly summary: string;
}

/**
 * Explains a decision by the version that made it. `program` is the view of the reader: the whole program, or the one
 * that partners see. Throws where the record is of another version.
 */
export function explainDecision(
  whole: Program,
  record: DecisionRecord,
  program: Program = whole,
): PlacementExplanation {
  const placement = placementOf(whole, record);
  const { tiers, classification, evidence } = judge({ ...placement, program });
  const shown = new Set(program.measures.map(({ name }) => name));
  const index = program.tiers.findIndex(({ name }) => name === record.tier);
  const [tier, placed, next = null] = [program.tiers[index], tiers[index], tiers[index + 1]];
  if (tier === undefined || placed === undefined) throw new Error(`Version ${program.version} has no ${record.tier}`);
  const keeping = assessKeeping(tier, evidence, keepingShare(tier, program));
  const isEarned = record.after.tier === record.tier;
  const isMissed = record.kept[index] !== "1" && record.reached[index] !== "1";
  const above = program.tiers[index + 1];
  const fallenFrom =
    record.outcome === "DEMOTED" ? program.tiers.find(({ name }) => name === record.before?.placed) : undefined;
  const isAbove = index > program.tiers.findIndex(({ name }) => name === record.after.tier);
  return {
    tiers,
    classification,
    keeping,
    isAtRisk: isEarned ? record.after.missedSince !== null : isAbove && isMissed,
    safeUntil: tierSafeUntil(program, record, { index, isEarned }),
    next,
    pathsUp: () => (above === undefined ? [] : verifiedPaths(program, above, evidence)),
    measures: new Map([...placement.measures].filter(([name]) => shown.has(name))),
    summary: summarizePlacement({
      program,
      asOf: record.asOf,
      record,
      placed,
      keeping,
      next,
      lost: fallenFrom === undefined ? null : assessKeeping(fallenFrom, evidence, keepingShare(fallenFrom, program)),
    }),
  };
}

function tierSafeUntil(
  program: Program,
  { asOf, after, inputs: { override, joinedOn } }: DecisionRecord,
  { index, isEarned }: { index: number; isEarned: boolean },
): CalendarDate | null {
  if (!isEarned) return manualTierSafeUntil(program, { asOf, override, byHand: after.byHand });
  const byRules = safeUntil(program, asOf, { state: after, held: index, joinedOn });
  const isFloor = override?.bound === "at-least" && override.tier === after.placed;
  return byRules !== null && isFloor && override.until > byRules ? override.until : byRules;
}

/** The arguments that a record was decided from. Throws where the record is of another version. */
export function placementOf(program: Program, record: DecisionRecord): PlacePartner {
  if (program.name !== record.program || program.version !== record.version)
    throw new Error(
      `${program.name} ${program.version} did not make a decision of ${record.program} ${record.version}`,
    );
  const { tracks, region, country, joinedOn, approvals, override, hold } = record.inputs;
  return {
    program,
    asOf: record.asOf,
    measures: valuesOfInputs(program, record.inputs.measures, record.asOf),
    partner: { tracks, region, country, joinedOn },
    approvals,
    before: record.before,
    override,
    hold,
  };
}
