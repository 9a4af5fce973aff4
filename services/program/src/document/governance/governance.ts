import type { CalendarDate, Rational } from "../../exact/index.js";

/**
 * How a program moves partners between tiers: when it reviews them, and what slows moves down. Without this section
 * partners move whenever something changes.
 */
export interface Governance {
  /** When promotions are decided. */
  readonly up: Cadence;
  /** When demotions are decided. */
  readonly down: Cadence;
  /** The share of each bound that keeps a tier, unless the tier says otherwise; 1 for no difference. */
  readonly keepsAt: Rational;
  /** How long the keeping bar may be missed without a break before the tier is lost. */
  readonly grace: Length | null;
  /** How long a tier is held at least. */
  readonly minimumTenure: Length | null;
  /** How long after a demotion no promotion is possible. */
  readonly waitAfterDemotion: Length | null;
  /** How many tiers one review may move a partner; null for any. With `on-change`, the limit applies to a `period`. */
  readonly stepsPerReview: { readonly up: number | null; readonly down: number | null };
  /** The calendar period in which a demoted partner is not promoted again, and in which steps are counted. */
  readonly period: Period;
  /** A tier is kept until the next such day of the year. */
  readonly ratchetUntil: DayOfYear | null;
  readonly freezes: readonly Freeze[];
  readonly takesEffect: Effect;
  /** How long before it takes effect a new version is announced. */
  readonly notice: Length | null;
}

export type Period = "month" | "quarter" | "half-year" | "year";

/** `quarterly` is the first day of a quarter, fiscal where set; `annual` is each of its days, in order. */
export type Cadence =
  | { readonly kind: "on-change" }
  | { readonly kind: "monthly" }
  | { readonly kind: "quarterly"; readonly fiscal: boolean }
  | { readonly kind: "annual"; readonly on: readonly [DayOfYear, ...DayOfYear[]] }
  /** Each year on the day on which the partner joined. */
  | { readonly kind: "anniversary" };

export interface Length {
  readonly count: number;
  readonly unit: "day" | "month";
}

/** 29 February is 28 February in other years. */
export interface DayOfYear {
  readonly month: number;
  readonly day: number;
}

/** The changes that a freeze stops: demotions below a tier, or promotions above it. */
export interface FreezeLimit {
  readonly bound: "not-below" | "not-above";
  readonly tier: string;
}

/**
 * No tier changes from the first day to the last, both included; over the end of the year where the last is earlier.
 */
export type Freeze = YearlyFreeze | SingleFreeze;
export interface YearlyFreeze {
  readonly from: DayOfYear;
  readonly to: DayOfYear;
  /** Null where it stops every change. */
  readonly limit: FreezeLimit | null;
  readonly why: string;
}
/** In these years only. */
export interface SingleFreeze {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly limit: FreezeLimit | null;
  readonly why: string;
}

/** When a decision takes effect: at once, on the first day of a later month, or after so many days. */
export type Effect =
  | { readonly kind: "at-once" }
  | { readonly kind: "next-month"; readonly months: number }
  | { readonly kind: "after"; readonly days: number };

/** The governance of a program without such a section: every move at once. */
export const NO_SAFEGUARDS: Governance = {
  up: { kind: "on-change" },
  down: { kind: "on-change" },
  keepsAt: { num: 1n, den: 1n },
  grace: null,
  minimumTenure: null,
  waitAfterDemotion: null,
  stepsPerReview: { up: null, down: null },
  period: "quarter",
  ratchetUntil: null,
  freezes: [],
  takesEffect: { kind: "at-once" },
  notice: null,
};
