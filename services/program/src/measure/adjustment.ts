import type { CalendarDate, Rational } from "../exact/index.js";

/**
 * Says that the days of a period count otherwise for one measure.
 *
 * A `factor` multiplies what its days add, to sums and counts that add up over days (see `additiveSeries`) and to no
 * other measure; where several overlap, all of them multiply. The days of an `excused` period do not count, and a
 * rolling window reaches back by as many days more as it holds excused ones; other windows just leave them out.
 *
 * It follows the name of its measure: a ratio or total of named measures is made of their adjusted values. An `excused`
 * period may also name a composite, and then holds for all its operands; a `factor` that does touches nothing. A
 * percentile compares everyone on the same days, and is never adjusted.
 */
export interface Adjustment {
  readonly id: string;
  readonly measure: string;
  readonly kind: "factor" | "excused";
  /** The first day. */
  readonly from: CalendarDate;
  /** The day after the last one. */
  readonly to: CalendarDate;
  /** Null where days are excused. */
  readonly factor: Rational | null;
  /** Names of markets of the program; everyone where empty. Whoever measures hands in those that hold for the partner. */
  readonly markets: readonly string[];
  /** Everyone where empty. */
  readonly regions: readonly string[];
  readonly why: string;
}

/** An adjustment that touched a value, as it is stored and shown. */
export interface MeasureAdjustment {
  readonly id: string;
  readonly kind: Adjustment["kind"];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Exact text; null where days are excused. */
  readonly factor: string | null;
  readonly why: string;
  /** What the measure comes to without any adjustment, as exact text; null where it has no value then. */
  readonly unadjusted: string | null;
}
