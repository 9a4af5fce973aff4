import { type Program, tierAt } from "../document/program/index.js";
import { addDays, type CalendarDate } from "../exact/index.js";
import { addLength } from "./cadence.js";
import type { Override } from "./decision.js";
import type { Merits, Safeguard } from "./govern.js";
import type { GovernanceState } from "./governance-state.js";

/** A tier above the earned one, in which people put a partner. */
export interface ManualTier {
  /** Since when its keeping bar is missed, counted from the end of what people decided; null until then, or while it is kept. */
  readonly missedSince: CalendarDate | null;
  readonly tier: string;
  /** The first day after what people decided. */
  readonly until: CalendarDate;
}

/** The tier that is shown, which people may have put in place of the earned one. */
export interface ShownTier {
  readonly tier: string;
  readonly byHand: ManualTier | null;
  /** What keeps it after people's decision has ended. */
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
 * What people decided beside the earned tier. Exactly this tier, or at least this one: whoever earns a higher one gets it.
 * When it ends, the tier is kept like any other while its keeping bar is met; where that is missed, grace begins then.
 */
export function shownTier(earned: number, { override, ...beside }: ManualContext): ShownTier {
  const { program } = beside;
  const ofEarned: ShownTier = { tier: tierAt(program, earned), byHand: null, grace: null };
  const put = override === null ? -1 : program.tiers.findIndex(({ name }) => name === override.tier);
  const left = tierKeptAfterOverride(earned, beside);
  if (override === null || put === -1) return left?.shown ?? ofEarned;
  // Decisions from before there was a floor replay as they were made.
  if (override.bound === undefined) return { tier: override.tier, byHand: null, grace: null };
  if (override.bound === "at-least" && left !== null && left.index > put) return left.shown;
  if (put <= earned) return override.bound === "at-least" ? ofEarned : { ...ofEarned, tier: override.tier };
  return {
    tier: override.tier,
    byHand: { missedSince: null, tier: override.tier, until: override.until },
    grace: null,
  };
}

/** A tier that was given by hand until now, and is not lost yet; null where there is none. */
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

/** The first day on which a tier that people put above the earned one can be lost. */
export function manualTierSafeUntil(
  program: Program,
  { asOf, override, byHand }: { asOf: CalendarDate; override: Override | null; byHand: ManualTier | undefined },
): CalendarDate | null {
  const grace = program.governance?.grace ?? null;
  if (override !== null && (byHand === undefined || grace === null)) return override.until;
  if (byHand === undefined || grace === null) return null;
  return addLength(byHand.missedSince ?? (override === null ? addDays(asOf, 1) : override.until), grace);
}
