import type { CalendarDate } from "../../exact/index.js";

/** When periods close, and what happens to facts that arrive later. */
export interface Closing {
  /** Quarters and years are those of the fiscal year. */
  readonly period: "month" | "quarter" | "year";
  /** Days after its last day until a period closes. */
  readonly afterDays: number;
  /**
   * `refuse`: facts, voids and replacements in a closed period are refused. `post`: they count on the day they arrive,
   * and the closed period is unchanged.
   */
  readonly late: "refuse" | "post";
  /** Periods that ended before this day never close: history from before the program. Null for none. */
  readonly since: CalendarDate | null;
}
