import type { CalendarDate } from "../exact/index.js";
import type { ManualTier } from "./manual-tier.js";

/** The last days on which rising to a tier and falling from it were due to be reviewed; null where that is every day. */
export interface TierReviews {
  readonly down: CalendarDate | null;
  readonly up: CalendarDate | null;
}

/** What governance remembers of a partner from one decision to the next. Plain data: it is stored with each decision. */
export interface GovernanceState {
  /** The tier that the rules have given it; an override shows another, and does not change this. */
  readonly tier: string;
  /** From which day on it holds, or will hold, that tier. */
  readonly since: CalendarDate;
  /** The tier that it was placed in: the same, unless someone has overridden it. */
  readonly placed: string;
  /** Only where people put it above the tier that the rules have given it, or did until lately. */
  readonly byHand?: ManualTier;
  /** From which day on it is, or will be, placed there without a break. */
  readonly placedSince: CalendarDate;
  /** Since when the tier's keeping bar is missed without a break; null where it is kept. */
  readonly missedSince: CalendarDate | null;
  /** The day of the last demotion; null where there was none. */
  readonly demotedOn: CalendarDate | null;
  /** The last day on which a promotion was due to be reviewed; null where that is every day. */
  readonly reviewedUpOn: CalendarDate | null;
  readonly reviewedDownOn: CalendarDate | null;
  /** The same by tier, of those with a cadence of their own; not there where none has one. */
  readonly reviewedTiers?: Readonly<Record<string, TierReviews>>;
  /** Steps moved since the period began that contains `steps.from`; null where none were. */
  readonly steps: { readonly from: CalendarDate; readonly up: number; readonly down: number } | null;
  /** By tier, the last day on which it was met: for tiers that are met on any day in a window. */
  readonly metOn: Readonly<Record<string, CalendarDate>>;
  /**
   * By tier, when it or a higher one was held for the first time: of tiers that the program asks a tenure `at-most` of, and
   * not there where it asks none.
   */
  readonly firstHeld?: Readonly<Record<string, CalendarDate>>;
  /** By tier, since when it or a higher one is held without a break. */
  readonly heldSince: Readonly<Record<string, CalendarDate>>;
}
