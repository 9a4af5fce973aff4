import type { CalendarDate, Rational } from "../exact/index.js";
import type { MeasureAdjustment } from "./adjustment.js";

/** What a measure comes to on a day. Money is in major units; a share of four fifths is 4/5. */
export interface MeasureValue {
  readonly measure: string;
  /** Null where there is none, which is not zero: a ratio over nothing, a median of no facts, a rank in no cohort. */
  readonly value: Rational | null;
  /** Of a ratio only. */
  readonly numerator: Rational | null;
  /** Of a ratio only. */
  readonly denominator: Rational | null;
  /**
   * The measure of the facts of each value of its `by` alone; null where it has no `by`. Facts without the attribute are
   * in no group, and a value that no counted fact has is not here.
   */
  readonly groups: ReadonlyMap<string, Rational> | null;
  /** First day that counts, null for the beginning of time; of a composite the earliest of its operands'. */
  readonly from: CalendarDate | null;
  /** The day after the last one that counts; of a composite the latest of its operands'. */
  readonly to: CalendarDate;
  /** Adjustments that touched the days that count. */
  readonly adjustments: readonly MeasureAdjustment[];
}
