import type { DistinctField, PercentileMeasure } from "../document/measures/index.js";
import type { CalendarDate } from "../exact/index.js";
import type { FactSelection } from "./fact-selection.js";
import type { Series } from "./series.js";
import type { DayRange } from "./window.js";

/**
 * The totals that measures are computed from: facts in memory, or SQL. No query depends on an answer, so all can be
 * asked at once.
 */
export interface FactTotals {
  /** The sum of a series over a range; zero without facts. Amounts in minor units. */
  sumOf(series: Series, range: DayRange): bigint;
  /** The number of distinct carried values that still stand; the number of facts where nothing is carried. */
  distinctOf(selection: FactSelection): bigint;
  /** The selected facts, one row for each group and key, in any order. */
  gather(selection: FactSelection, into: Gathering): readonly GatheredRow[];
  /** Null where the partner is in no cohort, or nothing is known of others. */
  rankOf(percentile: RankedMeasure): Rank | null;
}

/** How facts are grouped. */
export interface Gathering {
  /** The grouping attribute; null for none. */
  readonly by: string | null;
  /** `fact` for one row each; null for one row for each group. */
  readonly key: DistinctField | "fact" | "quantity" | "until" | null;
  /** Counts once for several facts, and makes a row for each value. Null where facts are counted. */
  readonly apart: DistinctField | "certificate" | null;
}

export interface GatheredRow {
  /** Null without the attribute, or where none was asked for. */
  readonly group: string | null;
  /** Null without the value, or where none was asked for. */
  readonly key: string | null;
  /** Null without the value, or where none was asked for. */
  readonly apart: string | null;
  /** Voided facts are subtracted: zero or less where none stands. */
  readonly facts: bigint;
  /** Null where no fact has an amount. */
  readonly amountMinor: bigint | null;
  readonly quantity: bigint | null;
  /** The latest day. */
  readonly on: CalendarDate;
  /** The greatest id on that day. */
  readonly id: string;
}

/** What a percentile ranks on a day: one value for each partner of the cohort. */
export interface RankedMeasure {
  readonly percentile: PercentileMeasure;
  readonly asOf: CalendarDate;
  /** The sums that give the value; null where sums are not enough. */
  readonly sums: RankedSums | null;
}
export interface RankedSums {
  /** Whether a negative sum of `plus` counts as zero. */
  readonly isNeverNegative: boolean;
  readonly plus: { readonly series: Series; readonly range: DayRange };
  readonly minus: { readonly series: Series; readonly range: DayRange } | null;
}

/** A partner's rank among the members of a cohort. */
export interface Rank {
  /** Members with a larger value. */
  readonly above: bigint;
  /** Members with the same value, this one included. */
  readonly equal: bigint;
  readonly all: bigint;
}
