import type { Rational } from "../../exact/index.js";
import type { FactField, FactSource } from "../facts/index.js";
import type { Window } from "../periods/index.js";

/** A named number that a requirement may cite: facts + window + filter -> exact value. */
export type Measure = SimpleMeasure | CompositeMeasure | PercentileMeasure | ReviewMeasure;

/** `money` is in major units of the program's currency, `percent` a fraction of 1, `points` any decimal. */
export type MeasureUnit = "money" | "count" | "percent" | "points";

interface MeasureCommon {
  readonly name: string;
  readonly title: string;
  readonly unit: MeasureUnit;
  /**
   * The effort of one more unit (a dollar, a person, 100% for shares), on any scale that the document chooses: paths to
   * a tier are ordered by it. Null where the document has none.
   */
  readonly effort: Rational | null;
  /** Whether partners see the measure or only the vendor does. Measures made of a withheld one are withheld too. */
  readonly seenBy: SeenBy;
}

export const AUDIENCES = ["everyone", "vendor"] as const;
export type SeenBy = (typeof AUDIENCES)[number];

/** A measure that counts facts directly. */
export type SimpleMeasure = SumMeasure | CountMeasure | DistinctMeasure | StatisticMeasure | RateMeasure;

/** The facts of every simple measure. */
interface SimpleCommon extends MeasureCommon {
  readonly source: FactSource;
  readonly window: Window;
  /** Counts only facts that are active on the day of assessment. Certifications are always counted so. */
  readonly onlyActive: boolean;
  /**
   * How facts count that arrive, or are voided, after their period has closed: `post` on the day of arrival, `recount`
   * on their own day. With `post`, no period falls below what its own facts add.
   */
  readonly late: "post" | "recount";
  /**
   * The attribute that the measure is also grouped by, such as `region`, for `for-each` and `across`. Null for none.
   */
  readonly by: string | null;
}

/** Adds up a field: amounts are money, quantities are counts. Facts without the field add nothing. */
export interface SumMeasure extends SimpleCommon, Netting {
  readonly kind: "sum";
  readonly field: FactField;
}
/** Counts facts; certifications count while they hold on the day of assessment. */
export interface CountMeasure extends SimpleCommon, Netting {
  readonly kind: "count";
}
/** Counts distinct customers, people, products or attribute values; certifications count while they hold. */
export interface DistinctMeasure extends SimpleCommon {
  readonly kind: "distinct";
  readonly of: DistinctField;
  /**
   * Counts only those with so many facts, such as people with two certificates. A renewed certificate is the same one.
   */
  readonly atLeast: number;
  /** Set where `atLeast` counts distinct values instead of facts: people certified for two products. */
  readonly holding: DistinctField | null;
}
/** A field or attribute whose distinct values are counted. */
export type DistinctField = "customer" | "person" | "product" | { readonly attribute: string };
/** One statistic of the facts that carry the field; without any it has no value. */
export interface StatisticMeasure extends SimpleCommon {
  readonly kind: "statistic";
  /**
   * `latest` is the value of the latest day; on one day, of the greatest id. The median of an even number is the mean
   * of the middle two.
   */
  readonly statistic: "median" | "average" | "latest" | "greatest" | "least";
  /** An attribute is read as a decimal number; facts without a number do not count. */
  readonly field: FactField | { readonly attribute: string };
}

/**
 * A standard metric. `nps`: the share of promoters (9 and 10) less that of detractors (0 to 6), from -100 to 100
 * points. `renewal`: renewed customers divided by renewed and lost ones. `net-retention`: what the customers before the
 * window still pay, with expansions, divided by what they paid; `gross-retention` without expansions. No value where
 * the denominator is zero.
 */
export interface RateMeasure extends SimpleCommon {
  readonly kind: "rate";
  readonly rate: "nps" | "renewal" | "net-retention" | "gross-retention";
}

/** Keeps a sum or a count from being inflated. */
interface Netting {
  /** Facts that are subtracted, such as refunds; with their own window where they have one. */
  readonly netOf: { readonly source: FactSource; readonly window: Window | null } | null;
  /** The most that one customer adds: a share of the whole before capping, or a number in the measure's unit. */
  readonly capPerCustomer: { readonly kind: "share" | "amount"; readonly most: Rational } | null;
}

/** Made of other measures, without cycles. */
export type CompositeMeasure =
  | RatioMeasure
  | TotalMeasure
  | ExtremeMeasure
  | GroupExtremeMeasure
  | ChangeMeasure
  | ActivePeriodsMeasure;

/**
 * One measure divided by another of the same unit; no value where the denominator is zero. An operand is a named
 * measure, or one written in place, named `win-rate.numerator` or `win-rate.denominator`.
 */
export interface RatioMeasure extends MeasureCommon {
  readonly kind: "ratio";
  readonly numerator: Measure;
  readonly denominator: Measure;
}
/**
 * A weighted sum of measures; factors may be negative: new + upsold - churned. A measure without a value adds nothing.
 */
export interface TotalMeasure extends MeasureCommon {
  readonly kind: "total";
  readonly terms: readonly { readonly measure: Measure; readonly times: Rational }[];
}
/** The largest or smallest of several measures; those without a value are left out. */
export interface ExtremeMeasure extends MeasureCommon {
  readonly kind: "largest" | "smallest";
  readonly of: readonly Measure[];
}
/** The largest or smallest group of a grouped measure; no value without groups. */
export interface GroupExtremeMeasure extends MeasureCommon {
  readonly kind: "largest-group" | "smallest-group";
  readonly of: Measure;
}
/** The change of a measure over so many months. As a share it has no value where the earlier value was zero or less. */
export interface ChangeMeasure extends MeasureCommon {
  readonly kind: "change";
  readonly of: Measure;
  readonly months: number;
  readonly as: "amount" | "share";
}
/** The number of whole calendar periods in which a sum or count reached a bound: activity in every quarter. */
export interface ActivePeriodsMeasure extends MeasureCommon {
  readonly kind: "active-periods";
  readonly period: "month" | "quarter" | "year";
  /** Quarters and years count from the start of the fiscal year. */
  readonly fiscal: boolean;
  /** How many whole periods before the current one. */
  readonly last: number;
  /** Its own window is not used. */
  readonly of: SumMeasure | CountMeasure;
  readonly atLeast: Rational;
}

/** What the partners of a cohort share: region, country, market, or chosen tracks. */
export const COHORT_WORDS = ["region", "country", "market", "tracks"] as const;
export type CohortWord = (typeof COHORT_WORDS)[number];

/**
 * The rank of a partner in a cohort, as a share of its members. Partners without a value, or without what defines the
 * cohort, are no members.
 */
export interface PercentileMeasure extends MeasureCommon {
  readonly kind: "percentile";
  /** Any measure computed from facts. */
  readonly of: Measure;
  /** All partners where empty; otherwise those who share all of it. */
  readonly among: readonly CohortWord[];
  readonly counts: PercentileBasis;
}
/**
 * `not-above`: the share with a value that is not higher, so that 90% is the top tenth. `at-or-above`: the share with a
 * value that is not lower, ties included, so that 3% is within the top 3%. `from-the-top`: the same with ties at the
 * best place.
 */
export type PercentileBasis = "not-above" | "at-or-above" | "from-the-top";

/** The score of the latest closed review inside the window, as a share of the best possible. */
export interface ReviewMeasure extends MeasureCommon {
  readonly kind: "review";
  readonly review: string;
  readonly window: Window;
}
