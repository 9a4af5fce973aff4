import type { Rational } from "../../exact/index.js";
import type { WeightTable } from "../weights/index.js";

/** What a tier asks. Every node has an address in the document, by which explanations and differences name it. */
export type Requirement =
  | RequirementGroup
  | Threshold
  | ScoreRequirement
  | GroupedRequirement
  | TenureRequirement
  | ApprovalRequirement
  | WithheldRequirement;

interface RequirementCommon {
  /** Where it stands in the document, for example `tiers.gold.requires.all[0]`: its stable address. */
  readonly path: string;
  /** Who is asked; whoever is not has it as met inside an `all`, and left out of a choice. */
  readonly audience: Audience;
  readonly why: string | null;
  /** The rule that it is cited from; not there where it is written in place. */
  readonly rule?: string;
}

/** Partners that fit every list that is not empty: on one of the tracks, in one of the regions, and so on. */
export interface Audience {
  readonly tracks: readonly string[];
  readonly regions: readonly string[];
  readonly countries: readonly string[];
  readonly markets: readonly string[];
}
export const EVERYONE: Audience = { tracks: [], regions: [], countries: [], markets: [] };

export type RequirementGroup =
  | (RequirementCommon & { readonly kind: "all" | "any"; readonly of: readonly Requirement[] })
  | (RequirementCommon & { readonly kind: "n-of"; readonly n: number; readonly of: readonly Requirement[] });

/** `at-least`, `at-most` and `exactly` include the bound itself, the others do not. */
export const BOUNDS = ["at-least", "more-than", "at-most", "less-than", "exactly"] as const;
export type Bound = (typeof BOUNDS)[number];

/** One measure against one bound. A measure without a value meets no bound. */
export interface Threshold extends RequirementCommon {
  readonly kind: "threshold";
  readonly measure: string;
  readonly bound: Bound;
  /** Money in major units of the program's currency, percent as a fraction (80% is 4/5). */
  readonly target: Rational;
  /** Times the factor of the partner's market. */
  readonly isScaledByMarket: boolean;
  /** The bound for keeping a tier that is held; null for the tier's own keeping bar. */
  readonly keepsAt: KeepingBar | null;
}

/** A share of what reaching asks, or a bound of its own in the same unit. */
export type KeepingBar = { readonly kind: "share" | "bound"; readonly value: Rational };

/** Points for several measures, added up, against a total; and each term against its own floor. */
export interface ScoreRequirement extends RequirementCommon {
  readonly kind: "score";
  readonly score: Score;
  readonly bound: "at-least" | "more-than";
  readonly total: Rational;
  readonly isScaledByMarket: boolean;
  readonly keepsAt: KeepingBar | null;
}
/** One sum of terms; or the one of several with the largest total (of equals the first), whose floors then count alone. */
export type Score = ScoreSheet | BestScore;
export interface ScoreSheet {
  readonly kind: "sheet";
  /** Null where it is written in place. */
  readonly name: string | null;
  readonly title: string;
  readonly terms: readonly ScoreTerm[];
  /** The most that the whole gives. */
  readonly cap: Rational | null;
}
export interface BestScore {
  readonly kind: "best-of";
  readonly name: string | null;
  readonly title: string;
  readonly of: readonly ScoreSheet[];
}
/** What gives points: a measure, the total of another score, or the one of several alternatives that gives most. */
export type ScoreTerm = RatedTerm | ChoiceTerm;
export type RatedTerm = MeasureTerm | TotalTerm;

interface TermCommon {
  readonly path: string;
  readonly title: string;
  readonly cap: Rational | null;
  /** The least points that the term must give for the score to be met, whatever the total. */
  readonly floor: Rational | null;
  /** The term gives nothing unless this holds. */
  readonly gate: Requirement | null;
  readonly audience: Audience;
  readonly why: string | null;
  /** The term of the section `terms` that it is cited from; not there where it is written in place. */
  readonly term?: string;
}

/** So many points for `each` of what is counted: 15 points for each 7 people are 15/7 a person. Points may be below zero. */
interface Rated {
  readonly points: Rational;
  readonly each: Rational;
  /** Only whole multiples of `each` give points. */
  readonly isWhole: boolean;
  /** What is counted, is counted times these factors; null for as it is. */
  readonly weight: WeightTable | null;
}

export interface MeasureTerm extends TermCommon, Rated {
  readonly kind: "measure";
  /** The largest of these counts; one that has no value counts as zero. */
  readonly measures: readonly [string, ...string[]];
}
/** Points for the total of another score, after that one's cap. The floors of its terms are not asked here. */
export interface TotalTerm extends TermCommon, Rated {
  readonly kind: "score";
  readonly score: Score;
}
/** Alternatives with rates of their own, of which the one that gives most counts (of equals the first). They have no floors. */
export interface ChoiceTerm extends TermCommon {
  readonly kind: "any";
  readonly of: readonly RatedTerm[];
}

/**
 * The same requirement asked of each value of an attribute (product, region, country) for which a cited measure has
 * one, and of which `where` holds. `all` of them have to meet it (coverage; met where there is none), or so many.
 */
export interface GroupedRequirement extends RequirementCommon {
  readonly kind: "grouped";
  readonly by: string;
  readonly where: Requirement | null;
  readonly needs: "all" | number;
  readonly of: Requirement;
}

/**
 * `at-least`: this tier, or a higher one, held without a break for so long. `at-most`: no more time than that since it, or a
 * higher one, was held for the first time, with breaks or without; before that it is met.
 */
export interface TenureRequirement extends RequirementCommon {
  readonly kind: "tenure";
  readonly tier: string;
  readonly bound: "at-least" | "at-most";
  readonly months: number;
}

/** Someone has approved the partner for it, and the approval has not ended: an invitation, an account review. */
export interface ApprovalRequirement extends RequirementCommon {
  readonly kind: "approval";
  readonly approval: string;
}

/**
 * In a program as partners read it, what judges by a measure that the vendor keeps to itself: whether it holds is said,
 * and nothing else. No document has one.
 */
export interface WithheldRequirement extends RequirementCommon {
  readonly kind: "withheld";
  readonly of: Requirement;
}

/** A term of scores that is written once. */
export interface NamedTerm {
  readonly name: string;
  readonly term: ScoreTerm;
}
