import type { Rational } from "../exact/rational.js";

/**
 * A partner program, as one validated document. Plain data: everything that judges takes it as an argument.
 * Lists keep the order of the document; tiers are sorted by rank, lowest first.
 */
export interface Program {
  /** Stable slug of the program, for example `northwind-partners`. */
  readonly name: string;
  /** Label of this version, unique within the program, for example `2026.2`. */
  readonly version: string;
  /** What this version changes, and why, in words. */
  readonly why: string | null;
  /** ISO 4217 code; every amount in the document is in this currency. */
  readonly currency: string;
  readonly calendar: ProgramCalendar;
  readonly tracks: readonly Track[];
  readonly measures: readonly Measure[];
  readonly tiers: readonly Tier[];
  readonly benefits: readonly Benefit[];
  readonly rebates: readonly Rebate[];
  readonly courses: readonly Course[];
}

export interface ProgramCalendar {
  /** Month (1 to 12) in which the fiscal year starts. */
  readonly fiscalYearStartsIn: number;
}

export interface Track {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
}

/** A named number that a requirement may cite: facts + window + filter -> exact value. */
export type Measure = SumMeasure | CountMeasure | DistinctMeasure | RatioMeasure;

interface MeasureCommon {
  readonly name: string;
  readonly title: string;
  readonly unit: "money" | "count" | "percent";
}

/** A measure that counts facts directly, and that a ratio may therefore divide. */
export type SimpleMeasure = SumMeasure | CountMeasure | DistinctMeasure;

/** Adds up a field of facts: an amount is money, a quantity is a count. Facts without the field add nothing. */
export interface SumMeasure extends MeasureCommon {
  readonly kind: "sum";
  readonly field: "amount" | "quantity";
  readonly source: FactSource;
  readonly window: Window;
}
/** Counts facts; of certifications, those that hold on the day of judgement. */
export interface CountMeasure extends MeasureCommon {
  readonly kind: "count";
  readonly source: FactSource;
  readonly window: Window;
}
/** Counts different customers, people or products among facts; certifications count while they hold. */
export interface DistinctMeasure extends MeasureCommon {
  readonly kind: "distinct";
  readonly by: "customer" | "person" | "product";
  readonly source: FactSource;
  readonly window: Window;
}
/**
 * One measure divided by another of the same unit; undefined while the denominator is zero. An operand is either a
 * named measure of the program, or one of its own, named `win-rate.numerator` or `win-rate.denominator`.
 */
export interface RatioMeasure extends MeasureCommon {
  readonly kind: "ratio";
  readonly numerator: SimpleMeasure;
  readonly denominator: SimpleMeasure;
}

export const FACT_KINDS = ["deal.open", "deal.won", "deal.lost", "certification", "seats"] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Which facts a measure counts. */
export interface FactSource {
  /** Any of these; each once. */
  readonly kinds: readonly FactKind[];
  /** All conditions must hold. */
  readonly where: readonly FactCondition[];
}
/** A condition on `product`, `customer`, or any attribute of a fact; text is compared exactly. */
export interface FactCondition {
  readonly attribute: string;
  readonly in: readonly string[];
}

/** Which days count, seen from the day of judgement. A day belongs when it is after the start and not after the end. */
export type Window =
  | { readonly kind: "rolling-days"; readonly days: number }
  | { readonly kind: "rolling-months"; readonly months: number }
  /** The calendar (or fiscal) quarter that contains the day of judgement, up to that day; or the `last` one, whole. */
  | { readonly kind: "quarter"; readonly fiscal: boolean; readonly which: "current" | "last" }
  | { readonly kind: "lifetime" };

export interface Tier {
  /** Slug, for example `gold`. */
  readonly name: string;
  readonly title: string;
  readonly rank: number;
  /** Why the tier asks what it asks: shown to partners. */
  readonly why: string;
  /** Always met where null: the tier that everyone starts in. */
  readonly requires: Requirement | null;
  /** Benefit names that the tier gives, with quantities. */
  readonly benefits: readonly TierBenefit[];
}

export type Requirement =
  | { readonly kind: "all"; readonly of: readonly Requirement[]; readonly path: string }
  | { readonly kind: "any"; readonly of: readonly Requirement[]; readonly path: string }
  | { readonly kind: "n-of"; readonly n: number; readonly of: readonly Requirement[]; readonly path: string }
  | Threshold;

/** One measure against one bound. */
export interface Threshold {
  readonly kind: "threshold";
  readonly measure: string;
  /** `at-least` includes the bound, `more-than` does not. */
  readonly bound: "at-least" | "more-than";
  /** Money in major units of the program's currency, percent as a fraction (80% is 4/5). */
  readonly target: Rational;
  /** Only partners on one of these tracks are asked; everyone where empty. */
  readonly tracks: readonly string[];
  readonly why: string | null;
  /** Where the requirement stands in the document, for example `tiers.gold.requires.all[0]`: its stable address. */
  readonly path: string;
}

export const DIMENSIONS = ["financial", "technical-enablement", "go-to-market"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Benefit {
  readonly name: string;
  readonly title: string;
  readonly dimension: Dimension;
  readonly description: string | null;
  readonly why: string;
}
export interface TierBenefit {
  readonly benefit: string;
  /** How many a period the tier gives; null where the benefit is not counted. */
  readonly quantity: number | null;
}

/** Pays a share of each qualifying fact's amount, at the tier held on the fact's date. */
export interface Rebate {
  readonly name: string;
  readonly title: string;
  readonly source: FactSource;
  /** Share by tier name, as a fraction (5% is 1/20); a tier that is not named earns nothing. */
  readonly rateByTier: ReadonlyMap<string, Rational>;
  readonly why: string;
}

export const ROLES = ["sales", "engineering", "customer-success"] as const;
export type Role = (typeof ROLES)[number];

/** A course that the program knows; completing one that certifies gives the person a certification. */
export interface Course {
  readonly name: string;
  readonly title: string;
  readonly role: Role | null;
  /** Null where completing the course certifies nobody. */
  readonly certifies: { readonly level: string; readonly validMonths: number | null } | null;
}
