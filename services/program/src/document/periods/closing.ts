import type { CalendarDate } from "../../exact/index.js";

/** When a period closes, and what becomes of facts that come after that. */
export interface Closing {
  /** Quarters and years are those of the fiscal year. */
  readonly period: "month" | "quarter" | "year";
  /** How many days after its last day a period closes. */
  readonly afterDays: number;
  /**
   * `refuse`: facts, voids and replacements of a closed period are refused. `post`: they count for the day on which they
   * come, and the closed period stays as it was.
   */
  readonly late: "refuse" | "post";
  /** Periods that ended before this day are open for ever: history from before the program. Null for none. */
  readonly since: CalendarDate | null;
}
