import type { DistinctField, PercentileMeasure } from "../document/measures/index.js";
import type { CalendarDate } from "../exact/index.js";
import type { FactSelection } from "./fact-selection.js";
import type { Series } from "./series.js";
import type { DayRange } from "./window.js";

/**
 * Where the totals under the measures come from: facts in memory, or SQL. What is asked for never depends on an answer,
 * so that everything can be asked at once.
 */
export interface FactTotals {
  /** The sum of a series over days; zero where there is no fact. Amounts in minor units. */
  sumOf(series: Series, range: DayRange): bigint;
  /** How many different values of what is carried the counted facts have, less those of which none stands; how many facts where nothing is carried. */
  distinctOf(selection: FactSelection): bigint;
  /** The counted facts, those of one group and key in one row, in any order. */
  gather(selection: FactSelection, into: Gathering): readonly GatheredRow[];
  /** Null where the partner is in no cohort, or where nothing is known of others. */
  rankOf(percentile: RankedMeasure): Rank | null;
}

/** By what facts are gathered. */
export interface Gathering {
  /** An attribute; null for no groups. */
  readonly by: string | null;
  /** `fact` for a row each; null for one row a group. */
  readonly key: DistinctField | "fact" | "quantity" | "until" | null;
  /** What counts once, however many facts there are of it: a row for each. Null where facts are counted. */
  readonly apart: DistinctField | "certificate" | null;
}

export interface GatheredRow {
  /** Null where the facts do not have the attribute, or none was asked for. */
  readonly group: string | null;
  /** Null where the facts have no such value, or none was asked for. */
  readonly key: string | null;
  /** Null where the facts have no such value, or none was asked for. */
  readonly apart: string | null;
  /** Those that were taken off again count against it: zero or less where nothing is left. */
  readonly facts: bigint;
  /** Null where no fact carries one. */
  readonly amountMinor: bigint | null;
  readonly quantity: bigint | null;
  /** The latest day. */
  readonly on: CalendarDate;
  /** The greatest id of that day's facts. */
  readonly id: string;
}

/** What a percentile compares, on a day: a value for each partner of the cohort. */
export interface RankedMeasure {
  readonly percentile: PercentileMeasure;
  readonly asOf: CalendarDate;
  /** The sums over days that make the value; null where it takes more than sums. */
  readonly sums: RankedSums | null;
}
export interface RankedSums {
  /** What is added counts as zero where it is less. */
  readonly isNeverNegative: boolean;
  readonly plus: { readonly series: Series; readonly range: DayRange };
  readonly minus: { readonly series: Series; readonly range: DayRange } | null;
}

/** Where one stands among the partners of a cohort that have a value. */
export interface Rank {
  /** How many have more. */
  readonly above: bigint;
  /** How many have as much, this one among them. */
  readonly equal: bigint;
  readonly all: bigint;
}
