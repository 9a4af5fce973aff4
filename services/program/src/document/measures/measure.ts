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
   * What one more unit (a dollar, a person, a percent point as 1) costs a partner, in any measure of effort that the
   * document keeps to: the shortest ways to a tier are ordered by it. Null where the document does not say.
   */
  readonly effort: Rational | null;
  /** Whether partners read it, or the vendor keeps it to itself. What is made of one that is kept is kept as well. */
  readonly seenBy: SeenBy;
}

export const AUDIENCES = ["everyone", "vendor"] as const;
export type SeenBy = (typeof AUDIENCES)[number];

/** A measure that counts facts directly. */
export type SimpleMeasure = SumMeasure | CountMeasure | DistinctMeasure | StatisticMeasure | RateMeasure;

/** What narrows the facts of every simple measure. */
interface SimpleCommon extends MeasureCommon {
  readonly source: FactSource;
  readonly window: Window;
  /** Only facts that have not ended on the day of judgement; certifications are always counted so. */
  readonly onlyActive: boolean;
  /**
   * Of facts that come, or are taken back, when their period is closed: `post` counts them for the day on which that is
   * known, `recount` as if it had always been known. Posted, nothing is ever below what the days themselves brought.
   */
  readonly late: "post" | "recount";
  /**
   * Attribute by whose values the measure is also told apart, such as `region`: what `for-each` and `across` go through.
   * Null where it is one number only.
   */
  readonly by: string | null;
}

/** Adds up a field of facts: an amount is money, a quantity is a count. Facts without the field add nothing. */
export interface SumMeasure extends SimpleCommon, Netting {
  readonly kind: "sum";
  readonly field: FactField;
}
/** Counts facts; of certifications, those that hold on the day of judgement. */
export interface CountMeasure extends SimpleCommon, Netting {
  readonly kind: "count";
}
/** Counts different customers, people, products or attribute values among facts; certifications count while they hold. */
export interface DistinctMeasure extends SimpleCommon {
  readonly kind: "distinct";
  readonly of: DistinctField;
  /** Only those with so many facts: people who hold two certificates, of which a renewed one is the same. */
  readonly atLeast: number;
  /** Where `atLeast` counts different values of something, and not facts: people certified for two products. */
  readonly holding: DistinctField | null;
}
/** By what facts are told to be of the same thing: a field, or an attribute. */
export type DistinctField = "customer" | "person" | "product" | { readonly attribute: string };
/** One figure of many: of the facts that carry the field. Without any it has no value, which is not zero. */
export interface StatisticMeasure extends SimpleCommon {
  readonly kind: "statistic";
  /** `latest` is that of the latest day; on one day, of the greatest id. The median of an even number is the mean of the middle two. */
  readonly statistic: "median" | "average" | "latest" | "greatest" | "least";
  /** An attribute is read as a decimal number; a fact whose attribute is none does not count. */
  readonly field: FactField | { readonly attribute: string };
}

/**
 * A figure that the field knows by name. `nps`: the share of promoters (9 and 10) less that of detractors (0 to 6), in
 * points from -100 to 100. `renewal`: customers that renewed, of those that renewed or left. `net-retention`: of the recurring revenue of
 * the customers that had any before the first day of the window, what they have left of it with what they expanded;
 * `gross-retention` without that. No value where there is nothing to divide by.
 */
export interface RateMeasure extends SimpleCommon {
  readonly kind: "rate";
  readonly rate: "nps" | "renewal" | "net-retention" | "gross-retention";
}

/** What keeps a sum or a count from being inflated. */
interface Netting {
  /** Facts that are taken off again, such as refunds; over days of their own where they say so. */
  readonly netOf: { readonly source: FactSource; readonly window: Window | null } | null;
  /** The most that one customer may add: a share of the whole before capping, or a number in the measure's unit. */
  readonly capPerCustomer: { readonly kind: "share" | "amount"; readonly most: Rational } | null;
}

/** Made of other measures. None is made of itself, however far down. */
export type CompositeMeasure =
  | RatioMeasure
  | TotalMeasure
  | ExtremeMeasure
  | GroupExtremeMeasure
  | ChangeMeasure
  | ActivePeriodsMeasure;

/**
 * One measure divided by another of the same unit; no value while the denominator is zero. An operand is either a
 * named measure of the program, or one of its own, named `win-rate.numerator` or `win-rate.denominator`.
 */
export interface RatioMeasure extends MeasureCommon {
  readonly kind: "ratio";
  readonly numerator: Measure;
  readonly denominator: Measure;
}
/** Measures added up, each times a factor that may be below zero: new + upsold - churned. One without a value adds nothing. */
export interface TotalMeasure extends MeasureCommon {
  readonly kind: "total";
  readonly terms: readonly { readonly measure: Measure; readonly times: Rational }[];
}
/** The largest or smallest of several measures; those without a value are left out. */
export interface ExtremeMeasure extends MeasureCommon {
  readonly kind: "largest" | "smallest";
  readonly of: readonly Measure[];
}
/** The value of the group that has the most or the least of a measure that is told apart; no value without any group. */
export interface GroupExtremeMeasure extends MeasureCommon {
  readonly kind: "largest-group" | "smallest-group";
  readonly of: Measure;
}
/** How far a measure has moved since so many months ago; as a share it has no value where it was zero or less then. */
export interface ChangeMeasure extends MeasureCommon {
  readonly kind: "change";
  readonly of: Measure;
  readonly months: number;
  readonly as: "amount" | "share";
}
/** In how many of the last whole calendar periods a sum or count reached a bound: activity in every quarter. */
export interface ActivePeriodsMeasure extends MeasureCommon {
  readonly kind: "active-periods";
  readonly period: "month" | "quarter" | "year";
  /** Quarters and years count from the start of the fiscal year. */
  readonly fiscal: boolean;
  /** How many whole periods before the one of the day of judgement. */
  readonly last: number;
  /** Its own window is not used. */
  readonly of: SumMeasure | CountMeasure;
  readonly atLeast: Rational;
}

/** What the partners of a cohort have in common: the region, the country, the market of the program, the tracks they chose. */
export const COHORT_WORDS = ["region", "country", "market", "tracks"] as const;
export type CohortWord = (typeof COHORT_WORDS)[number];

/**
 * Where a partner stands in a cohort, as a share of it, the partner among them. Partners without a value are not in the
 * cohort, and neither are those of whom what it goes by is not known.
 */
export interface PercentileMeasure extends MeasureCommon {
  readonly kind: "percentile";
  /** Anything that is measured from facts. */
  readonly of: Measure;
  /** Everyone where empty; else those who have all of it in common. */
  readonly among: readonly CohortWord[];
  readonly counts: PercentileBasis;
}
/**
 * `not-above`: the share whose value is not above one's own, so that 90% is the top tenth. `at-or-above`: the share whose
 * value is not below, so that 3% is within the top 3% with all that are equal. `from-the-top`: the same, with equals at
 * the first of their places.
 */
export type PercentileBasis = "not-above" | "at-or-above" | "from-the-top";

/** The score of the latest closed qualitative review inside the window, as a share of the best possible. */
export interface ReviewMeasure extends MeasureCommon {
  readonly kind: "review";
  readonly review: string;
  readonly window: Window;
}
