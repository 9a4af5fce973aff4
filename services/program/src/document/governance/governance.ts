import type { CalendarDate, Rational } from "../../exact/index.js";

/**
 * How a program moves partners between tiers: when it looks, and what keeps it from moving them too quickly. Without a
 * governance section partners are moved whenever something changes.
 */
export interface Governance {
  /** When promotions are decided. */
  readonly up: Cadence;
  /** When demotions are decided. */
  readonly down: Cadence;
  /** What keeps a tier: this share of what reaching it asks; a tier may say otherwise. 1 where keeping asks the same. */
  readonly keepsAt: Rational;
  /** How long a keeping bar may be missed without a break before the tier is lost. */
  readonly grace: Length | null;
  /** How long a tier that was reached is held at least. */
  readonly minimumTenure: Length | null;
  /** How long after a demotion no promotion follows. */
  readonly waitAfterDemotion: Length | null;
  /** How far one review may move a partner; null for as far as it goes. A review that is `on-change` lasts a `period`. */
  readonly stepsPerReview: { readonly up: number | null; readonly down: number | null };
  /** The calendar period inside which a partner that was demoted is not promoted again, and steps are counted. */
  readonly period: Period;
  /** A tier that was reached is kept until the next such day of the year. */
  readonly ratchetUntil: DayOfYear | null;
  readonly freezes: readonly Freeze[];
  readonly takesEffect: Effect;
  /** How long before it takes force a new version is announced. */
  readonly notice: Length | null;
}

export type Period = "month" | "quarter" | "half-year" | "year";

/** `quarterly` is on the first day of the quarter, fiscal where it says so; `annual` on each of its days, in their order. */
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

/** 29 February is the last of February where there is none. */
export interface DayOfYear {
  readonly month: number;
  readonly day: number;
}

/** Which changes a freeze stops: falls below a tier, or rises above it. */
export interface FreezeLimit {
  readonly bound: "not-below" | "not-above";
  readonly tier: string;
}

/** No tier changes from the first day to the last, both among them; over the end of the year where the last is earlier. */
export type Freeze = YearlyFreeze | SingleFreeze;
export interface YearlyFreeze {
  readonly from: DayOfYear;
  readonly to: DayOfYear;
  /** Null where it stops every change. */
  readonly limit: FreezeLimit | null;
  readonly why: string;
}
/** Of these years only. */
export interface SingleFreeze {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly limit: FreezeLimit | null;
  readonly why: string;
}

/** When a decision takes effect: on its own day, or on the first day of a later month, or so many days later. */
export type Effect =
  | { readonly kind: "at-once" }
  | { readonly kind: "next-month"; readonly months: number }
  | { readonly kind: "after"; readonly days: number };

/** What a program without a governance section does: moves whoever has earned it, both ways, at once. */
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
