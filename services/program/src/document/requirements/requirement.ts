import type { Rational } from "../../exact/index.js";
import type { WeightTable } from "../weights/index.js";

/** What a tier asks. Every node has an address in the document, which explanations and differences use. */
export type Requirement =
  | RequirementGroup
  | Threshold
  | ScoreRequirement
  | GroupedRequirement
  | TenureRequirement
  | ApprovalRequirement
  | WithheldRequirement;

interface RequirementCommon {
  /** Its stable address in the document, for example `tiers.gold.requires.all[0]`. */
  readonly path: string;
  /** Who is asked. For other partners it counts as met inside an `all`, and is left out of a choice. */
  readonly audience: Audience;
  readonly why: string | null;
  /** The rule that it is cited from; absent where it is written in place. */
  readonly rule?: string;
}

/** Partners that match every non-empty list: on one of the tracks, in one of the regions, and so on. */
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

/** One measure against one bound. Without a value no bound is met. */
export interface Threshold extends RequirementCommon {
  readonly kind: "threshold";
  readonly measure: string;
  readonly bound: Bound;
  /** Money in major units of the program's currency, percent as a fraction (80% is 4/5). */
  readonly target: Rational;
  /** Multiplied by the factor of the partner's market. */
  readonly isScaledByMarket: boolean;
  /** The bound for keeping the tier; null for the tier's default. */
  readonly keepsAt: KeepingBar | null;
}

/** A share of the bound for reaching, or a bound in the same unit. */
export type KeepingBar = { readonly kind: "share" | "bound"; readonly value: Rational };

/** A sum of points against a total, and each term against its own floor. */
export interface ScoreRequirement extends RequirementCommon {
  readonly kind: "score";
  readonly score: Score;
  readonly bound: "at-least" | "more-than";
  readonly total: Rational;
  readonly isScaledByMarket: boolean;
  readonly keepsAt: KeepingBar | null;
}
/** A sum of terms, or the largest of several sums (the first of equal ones), whose floors alone then apply. */
export type Score = ScoreSheet | BestScore;
export interface ScoreSheet {
  readonly kind: "sheet";
  /** Null where it is written in place. */
  readonly name: string | null;
  readonly title: string;
  readonly terms: readonly ScoreTerm[];
  /** The maximum of the sum. */
  readonly cap: Rational | null;
}
export interface BestScore {
  readonly kind: "best-of";
  readonly name: string | null;
  readonly title: string;
  readonly of: readonly ScoreSheet[];
}
/** A term gives points for a measure, for the total of another score, or for the best of several alternatives. */
export type ScoreTerm = RatedTerm | ChoiceTerm;
export type RatedTerm = MeasureTerm | TotalTerm;

interface TermCommon {
  readonly path: string;
  readonly title: string;
  readonly cap: Rational | null;
  /** The points that the term must give for the score to be met; null for none. */
  readonly floor: Rational | null;
  /** The term gives nothing unless this holds. */
  readonly gate: Requirement | null;
  readonly audience: Audience;
  readonly why: string | null;
  /** The entry of the section `terms` that it is cited from; absent where it is written in place. */
  readonly term?: string;
}

/** `points` for `each` of what is counted: 15 points for each 7 people are 15/7 a person. Points may be negative. */
interface Rated {
  readonly points: Rational;
  readonly each: Rational;
  /** Only whole multiples of `each` give points. */
  readonly isWhole: boolean;
  /** Factors for what is counted; null for none. */
  readonly weight: WeightTable | null;
}

export interface MeasureTerm extends TermCommon, Rated {
  readonly kind: "measure";
  /** The largest of these counts; one without a value counts as zero. */
  readonly measures: readonly [string, ...string[]];
}
/** Points for the total of another score, after its cap. The floors of its terms do not apply here. */
export interface TotalTerm extends TermCommon, Rated {
  readonly kind: "score";
  readonly score: Score;
}
/**
 * Alternatives with their own rates; the one with the most points counts (the first of equal ones). They have no
 * floors.
 */
export interface ChoiceTerm extends TermCommon {
  readonly kind: "any";
  readonly of: readonly RatedTerm[];
}

/**
 * The same requirement for each value of an attribute (product, region, country) for which a cited measure has one and
 * `where` holds. Either `all` must meet it (met without any), or a number of them.
 */
export interface GroupedRequirement extends RequirementCommon {
  readonly kind: "grouped";
  readonly by: string;
  readonly where: Requirement | null;
  readonly needs: "all" | number;
  readonly of: Requirement;
}

/**
 * `at-least`: this tier or a higher one has been held without a break for so long. `at-most`: no more time has passed
 * since it or a higher one was first held, with or without breaks; met before that.
 */
export interface TenureRequirement extends RequirementCommon {
  readonly kind: "tenure";
  readonly tier: string;
  readonly bound: "at-least" | "at-most";
  readonly months: number;
}

/** A person has granted the approval, and it has not ended. */
export interface ApprovalRequirement extends RequirementCommon {
  readonly kind: "approval";
  readonly approval: string;
}

/**
 * Only in the program as partners see it: replaces a requirement that uses a withheld measure. Only its outcome is
 * shown.
 */
export interface WithheldRequirement extends RequirementCommon {
  readonly kind: "withheld";
  readonly of: Requirement;
}

/** A term that several scores share. */
export interface NamedTerm {
  readonly name: string;
  readonly term: ScoreTerm;
}
