import type { CalendarDate } from "../exact/index.js";
import type { ManualTier } from "./manual-tier.js";

/**
 * The last days on which a promotion to the tier and a demotion from it were reviewed; null where every day is a
 * review.
 */
export interface TierReviews {
  readonly down: CalendarDate | null;
  readonly up: CalendarDate | null;
}

/** What governance keeps of a partner from one decision to the next. Plain data, stored with each decision. */
export interface GovernanceState {
  /** The tier by the rules; an override does not change it. */
  readonly tier: string;
  /** The first day on which it holds, or will hold, that tier. */
  readonly since: CalendarDate;
  /** The tier shown: the same unless overridden. */
  readonly placed: string;
  /** Set while people hold it above the tier by the rules, and until that ends. */
  readonly byHand?: ManualTier;
  /** The first day of the shown tier, without a break since. */
  readonly placedSince: CalendarDate;
  /** When the keeping bar was first missed, without a break since; null where it is kept. */
  readonly missedSince: CalendarDate | null;
  /** The day of the last demotion; null for none. */
  readonly demotedOn: CalendarDate | null;
  /** The last day on which promotions were reviewed; null where every day is a review. */
  readonly reviewedUpOn: CalendarDate | null;
  readonly reviewedDownOn: CalendarDate | null;
  /** The same for tiers with their own cadence; absent where there are none. */
  readonly reviewedTiers?: Readonly<Record<string, TierReviews>>;
  /** Steps moved in the period that began on `steps.from`; null for none. */
  readonly steps: { readonly from: CalendarDate; readonly up: number; readonly down: number } | null;
  /** By tier: the last day on which it was met, for tiers that are met on any day in a window. */
  readonly metOn: Readonly<Record<string, CalendarDate>>;
  /**
   * By tier: when it or a higher one was first held. Only for tiers in a tenure `at-most`; absent where there are none.
   */
  readonly firstHeld?: Readonly<Record<string, CalendarDate>>;
  /** By tier: when it or a higher one was taken up, without a break since. */
  readonly heldSince: Readonly<Record<string, CalendarDate>>;
}
