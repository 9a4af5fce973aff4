import type { CalendarDate, Rational } from "../exact/index.js";

/**
 * Changes how the days of a period count for one measure.
 *
 * A `factor` multiplies what its days add, for sums and counts that add up over days (see `additiveSeries`) and no
 * other measure; overlapping factors all multiply. The days of an `excused` period do not count: a rolling window
 * reaches back by as many days more, other windows leave them out.
 *
 * An adjustment belongs to the name of its measure, so ratios and totals of named measures use their adjusted values.
 * An `excused` period may also name a composite, and then applies to all its operands; a `factor` for a composite has
 * no effect. Percentiles compare everyone on the same days and are never adjusted.
 */
export interface Adjustment {
  readonly id: string;
  readonly measure: string;
  readonly kind: "factor" | "excused";
  /** The first day. */
  readonly from: CalendarDate;
  /** The first day after the period. */
  readonly to: CalendarDate;
  /** Null where days are excused. */
  readonly factor: Rational | null;
  /** Markets of the program; empty for all. The caller passes only adjustments that apply to the partner. */
  readonly markets: readonly string[];
  /** Empty for all. */
  readonly regions: readonly string[];
  readonly why: string;
}

/** An adjustment that affected a value, as it is stored and shown. */
export interface MeasureAdjustment {
  readonly id: string;
  readonly kind: Adjustment["kind"];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Exact text; null where days are excused. */
  readonly factor: string | null;
  readonly why: string;
  /** The value without any adjustment, as exact text; null for none. */
  readonly unadjusted: string | null;
}
