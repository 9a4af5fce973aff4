import type { Program } from "../document/program/index.js";
import type { PathToTier } from "../path-to-tier/index.js";
import { type DecisionRecord, explainDecision, type PlacementExplanation, placePartner } from "../place/index.js";
import type { DryRunPartner } from "./dry-run-partner.js";

/** A placement that is not stored. */
export interface DryRunPlacement {
  readonly partner: string;
  readonly record: DecisionRecord;
  readonly explanation: PlacementExplanation;
  /** Paths to the next tier; empty at the top, and where none is known. */
  readonly paths: readonly PathToTier[];
}

/** Places a partner day by day, each day from the state after the last. */
export function placeDryRun(program: Program, { name, before, days }: DryRunPartner): DryRunPlacement[] {
  const placements: DryRunPlacement[] = [];
  for (const { asOf, partner, approvals, measures } of days) {
    const record = placePartner({
      program,
      asOf,
      measures,
      partner,
      approvals,
      before: placements.at(-1)?.record.after ?? before,
      override: null,
      hold: null,
    });
    const explanation = explainDecision(program, record);
    placements.push({ partner: name, record, explanation, paths: explanation.pathsUp() });
  }
  return placements;
}
