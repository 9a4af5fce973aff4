import { type Program, tierAt } from "../document/program/index.js";
import { addDays, type CalendarDate } from "../exact/index.js";
import { addLength } from "./cadence.js";
import type { Override } from "./decision.js";
import type { Merits, Safeguard } from "./govern.js";
import type { GovernanceState } from "./governance-state.js";

/** A tier above the earned one that people set. */
export interface ManualTier {
  /** When its keeping bar was first missed after the override ended; null until then, or while it is kept. */
  readonly missedSince: CalendarDate | null;
  readonly tier: string;
  /** The first day after the override. */
  readonly until: CalendarDate;
}

/** The tier that is shown, which an override may have set. */
export interface ShownTier {
  readonly tier: string;
  readonly byHand: ManualTier | null;
  /** The safeguard that keeps it after the override has ended. */
  readonly grace: Safeguard | null;
}

interface ManualContext {
  readonly program: Program;
  readonly asOf: CalendarDate;
  readonly merits: Merits;
  readonly before: GovernanceState | null;
  readonly override: Override | null;
}

/**
 * The shown tier: the earned one, or exactly or at least the overridden one. After an override has ended the tier is
 * kept while its keeping bar is met; once that is missed, grace begins.
 */
export function shownTier(earned: number, { override, ...beside }: ManualContext): ShownTier {
  const { program } = beside;
  const ofEarned: ShownTier = { tier: tierAt(program, earned), byHand: null, grace: null };
  const put = override === null ? -1 : program.tiers.findIndex(({ name }) => name === override.tier);
  const left = tierKeptAfterOverride(earned, beside);
  if (override === null || put === -1) return left?.shown ?? ofEarned;
  // Older decisions, without a bound, replay as they were made.
  if (override.bound === undefined) return { tier: override.tier, byHand: null, grace: null };
  if (override.bound === "at-least" && left !== null && left.index > put) return left.shown;
  if (put <= earned) return override.bound === "at-least" ? ofEarned : { ...ofEarned, tier: override.tier };
  return {
    tier: override.tier,
    byHand: { missedSince: null, tier: override.tier, until: override.until },
    grace: null,
  };
}

/** The tier of an override that has ended, while it is not lost yet; null for none. */
function tierKeptAfterOverride(
  earned: number,
  { program, asOf, merits, before }: Omit<ManualContext, "override">,
): { readonly index: number; readonly shown: ShownTier } | null {
  const byHand = before?.byHand;
  const grace = program.governance?.grace ?? null;
  if (byHand === undefined || grace === null) return null;
  const { tier } = byHand;
  const index = program.tiers.findIndex(({ name }) => name === tier);
  if (index <= earned) return null;
  if (merits.reached[index] === true || merits.kept[index] === true)
    return { index, shown: { tier, byHand: { ...byHand, missedSince: null }, grace: null } };
  const missedSince = byHand.missedSince ?? asOf;
  const until = addLength(missedSince, grace);
  if (asOf >= until) return null;
  return { index, shown: { tier, byHand: { ...byHand, missedSince }, grace: { rule: "GRACE", until } } };
}

/** The first day on which an overridden tier above the earned one can be lost. */
export function manualTierSafeUntil(
  program: Program,
  { asOf, override, byHand }: { asOf: CalendarDate; override: Override | null; byHand: ManualTier | undefined },
): CalendarDate | null {
  const grace = program.governance?.grace ?? null;
  if (override !== null && (byHand === undefined || grace === null)) return override.until;
  if (byHand === undefined || grace === null) return null;
  return addLength(byHand.missedSince ?? (override === null ? addDays(asOf, 1) : override.until), grace);
}
