import type { CalendarDate, Rational } from "../exact/index.js";
import type { MeasureAdjustment } from "./adjustment.js";

/** The value of a measure on a day. Money is in major units; 80% is 4/5. */
export interface MeasureValue {
  readonly measure: string;
  /**
   * Null for no value, which is not zero: a ratio with a zero denominator, a median of no facts, a rank in no cohort.
   */
  readonly value: Rational | null;
  /** Of a ratio only. */
  readonly numerator: Rational | null;
  /** Of a ratio only. */
  readonly denominator: Rational | null;
  /**
   * The value for each group; null for an ungrouped measure. Facts without the attribute are in no group, and groups
   * without facts are absent.
   */
  readonly groups: ReadonlyMap<string, Rational> | null;
  /** First day that counts, null for no limit; for a composite the earliest of its operands. */
  readonly from: CalendarDate | null;
  /** First day that no longer counts; for a composite the latest of its operands. */
  readonly to: CalendarDate;
  /** Adjustments that affected the days that count. */
  readonly adjustments: readonly MeasureAdjustment[];
}
