import type { MeasureUnit } from "../document/measures/index.js";
import type { Bound } from "../document/requirements/index.js";
import type { CalendarDate, Rational } from "../exact/index.js";

/** An assessment of a tier: what is met, and how far each part is. Plain data; every number is exact text. */
export interface TierAssessment {
  readonly tier: string;
  readonly isMet: boolean;
  /** Null for a tier without a requirement. */
  readonly requirement: AssessedRequirement | null;
}

export type AssessedRequirement =
  | AssessedGroup
  | AssessedThreshold
  | AssessedScore
  | AssessedTerm
  | AssessedTenure
  | AssessedApproval
  | AssessedWithheld;

export interface AssessedCommon {
  /** Address in the document, for example `tiers.gold.requires.all[0]`. */
  readonly path: string;
  readonly isMet: boolean;
  /**
   * False where this does not apply to the partner, because of its tracks or market. It then counts as met inside an
   * `all`, and is left out of an `any` and of an N-of-M.
   */
  readonly isAsked: boolean;
  /** How many children must be met; 1 for a leaf. */
  readonly needed: number;
  /** How many children apply and are met; 1 for a leaf that is met. */
  readonly metCount: number;
  /** Progress from `0` to `1`; `1` only where met. */
  readonly fraction: string;
  readonly why: string | null;
  /** The group that this part is about, such as `EMEA` below `across: region`. */
  readonly group: string | null;
  readonly children: readonly AssessedRequirement[];
}

/** `grouped` has one child for each value of the attribute; `inherited` has one for each tier that is also asked. */
export interface AssessedGroup extends AssessedCommon {
  readonly kind: "all" | "any" | "n-of" | "grouped" | "inherited";
}

/** A measured value and its bound. */
interface Measured {
  readonly title: string;
  /** The unit of `target`, `actual` and `gap`: money in major units, a share as a fraction. */
  readonly unit: MeasureUnit;
  readonly bound: Bound;
  /** The bound for this partner: multiplied by its market's factor, and lowered where keeping is assessed. */
  readonly target: string;
  /** Null while there is no value, such as a ratio with a zero denominator; it is then not met. */
  readonly actual: string | null;
  /**
   * What must be added to `actual` (or to zero where it is null), or subtracted for an upper bound, to meet it; `0`
   * where met. Rounded up to the next cent, whole number or hundredth of a percent.
   */
  readonly gap: string;
  /** The market whose factor was applied to `target`; null for none. */
  readonly market: { readonly name: string; readonly factor: string } | null;
}

export interface AssessedThreshold extends AssessedCommon, Measured {
  readonly kind: "threshold";
  readonly measure: string;
}

/** `actual` is the total after the cap; the children are the terms. */
export interface AssessedScore extends AssessedCommon, Measured {
  readonly kind: "score";
  /** The score that counted; null where it is written in place. */
  readonly score: string | null;
  readonly cap: string | null;
  /** Where the best of several scores counts: the others. Absent elsewhere. */
  readonly others?: readonly AssessedSheet[];
}

/** The total of a score; `score` is null where it has no name. */
export interface ScoreTotal {
  readonly score: string | null;
  readonly title: string;
  readonly total: string;
}

/** A score that did not count, with its terms: raising it may be cheaper. */
export interface AssessedSheet extends ScoreTotal {
  readonly cap: string | null;
  readonly terms: readonly AssessedTerm[];
}

/**
 * One term of a score, met when it gives at least its floor. A child that is not a term is its gate; the others are its
 * alternatives, or the terms of the score whose total it counts.
 */
export interface AssessedTerm extends AssessedCommon {
  readonly kind: "term";
  readonly title: string;
  /** The measure that counted, the largest of several; null where the total of a score counts. */
  readonly measure: string | null;
  readonly unit: MeasureUnit;
  readonly actual: string | null;
  /** Points after gate and cap. */
  readonly points: string;
  readonly cap: string | null;
  readonly floor: string | null;
  /** `points` for each `each` of the measure; for whole multiples only where `isWhole`. */
  readonly rate: { readonly points: string; readonly each: string; readonly isWhole: boolean };
  /** `actual` multiplied by factors, which gives the points. Absent without weights. */
  readonly weighted?: AssessedWeight;
  /** The score whose total is `actual`; absent where a measure is counted. */
  readonly score?: ScoreTotal & { readonly cap: string | null; readonly others: readonly AssessedSheet[] };
  /** Set where one of several alternatives counts: measure, value and rate are those of the best one. */
  readonly isChoice?: true;
  /** Set on an alternative that did not count: its points are what it would have given. */
  readonly isBeaten?: true;
}

/** A value multiplied by the factors of a table. */
export interface AssessedWeight {
  readonly table: string;
  readonly value: string;
  /** Its summands: each group with its factor. `of` is null for what has no group. */
  readonly parts: readonly { readonly of: string | null; readonly value: string; readonly factor: string }[];
  /** The group with the largest factor; a null group where any will do. */
  readonly best: { readonly group: string | null; readonly factor: string };
}

export interface AssessedTenure extends AssessedCommon {
  readonly kind: "tenure";
  readonly tier: string;
  readonly bound: "at-least" | "at-most";
  readonly months: number;
  /** When this tier or a higher one was taken up, or for `at-most` first held; null where it is not held. */
  readonly since: CalendarDate | null;
}

export interface AssessedApproval extends AssessedCommon {
  readonly kind: "approval";
  readonly approval: string;
  readonly title: string;
}

/** Its fraction is only 0 or 1; fractions above it are computed from that. */
export interface AssessedWithheld extends AssessedCommon {
  readonly kind: "withheld";
  readonly title: string;
}

/** An assessed requirement with its fraction as a number, for the nodes above it. */
export interface Assessment {
  readonly node: AssessedRequirement;
  readonly fraction: Rational;
}
