import type { MeasureUnit } from "../document/measures/index.js";
import type { Bound } from "../document/requirements/index.js";
import type { CalendarDate, Rational } from "../exact/index.js";

/** Whether a partner has what a tier asks, and how far each part of it is. Plain data, every number as exact text. */
export interface TierAssessment {
  readonly tier: string;
  readonly isMet: boolean;
  /** Null for the tier that asks nothing. */
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
   * False where nothing here is asked of this partner, because of its tracks or market: it is then met inside an `all`,
   * and left out of an `any` and of an N-of-M, which it can neither fill nor shorten.
   */
  readonly isAsked: boolean;
  /** How many children have to be met; 1 for what has none. */
  readonly needed: number;
  /** How many children are asked and met; 1 for a leaf that is met. */
  readonly metCount: number;
  /** How far, from `0` to `1`; never `1` unless met. */
  readonly fraction: string;
  readonly why: string | null;
  /** The value of the attribute that this part is about, such as `EMEA` below an `across: region`. */
  readonly group: string | null;
  readonly children: readonly AssessedRequirement[];
}

/** `grouped` has one child a value of the attribute; `inherited` are the tiers whose requirement is asked as well. */
export interface AssessedGroup extends AssessedCommon {
  readonly kind: "all" | "any" | "n-of" | "grouped" | "inherited";
}

/** What is measured against what. */
interface Measured {
  readonly title: string;
  /** Of `target`, `actual` and `gap`: money in major units, a share as a fraction. */
  readonly unit: MeasureUnit;
  readonly bound: Bound;
  /** The bound for this partner: times its market's factor, and the lower one where keeping is judged. */
  readonly target: string;
  /** Null while there is no value, such as a ratio with nothing to divide by; it is then not met. */
  readonly actual: string | null;
  /**
   * What would have to be added to `actual` (or to zero, where there is none) to meet it, or taken away from it where
   * the bound is an upper one; `0` where met. Up to the next cent, whole number or hundredth of a percent.
   */
  readonly gap: string;
  /** The market whose factor is in `target`; null where it stands as written. */
  readonly market: { readonly name: string; readonly factor: string } | null;
}

export interface AssessedThreshold extends AssessedCommon, Measured {
  readonly kind: "threshold";
  readonly measure: string;
}

/** `actual` is the total after the cap; its children are the terms. */
export interface AssessedScore extends AssessedCommon, Measured {
  readonly kind: "score";
  /** The score that counted, where the best of several does; null where it is written in place. */
  readonly score: string | null;
  readonly cap: string | null;
  /** The scores that came to less (or to as much, and stand later) where the best of several counts; not there elsewhere. */
  readonly others?: readonly AssessedSheet[];
}

/** What a score comes to; `score` is null where it has no name. */
export interface ScoreTotal {
  readonly score: string | null;
  readonly title: string;
  readonly total: string;
}

/** A score that another one beats, with what it comes from: raising it may be the shorter way. */
export interface AssessedSheet extends ScoreTotal {
  readonly cap: string | null;
  readonly terms: readonly AssessedTerm[];
}

/**
 * One term of a score; met when it gives at least its floor. Its gate is the only child that is no term. The others are
 * the alternatives of which one counts, or the terms of the score whose total counts here.
 */
export interface AssessedTerm extends AssessedCommon {
  readonly kind: "term";
  readonly title: string;
  /** The measure that counted: of several the largest. Null where the total of a score does. */
  readonly measure: string | null;
  readonly unit: MeasureUnit;
  readonly actual: string | null;
  /** What it gives, after gate and cap. */
  readonly points: string;
  readonly cap: string | null;
  readonly floor: string | null;
  /** So many points for each so many of the measure; only for whole ones where it is whole. */
  readonly rate: { readonly points: string; readonly each: string; readonly isWhole: boolean };
  /** What `actual` comes to times factors, which gives the points then; not there where nothing is weighed. */
  readonly weighted?: AssessedWeight;
  /** The score whose total is `actual`; not there where a measure is. */
  readonly score?: ScoreTotal & { readonly cap: string | null; readonly others: readonly AssessedSheet[] };
  /** There where it is one of several alternatives: measure, value and rate are those of the one that gives most. */
  readonly isChoice?: true;
  /** There on an alternative that another one beats: its points are what it would have given. */
  readonly isBeaten?: true;
}

/** A value times the factors of a table. */
export interface AssessedWeight {
  readonly table: string;
  readonly value: string;
  /** What it is the sum of: each group with its own factor; `of` is null for what belongs to none, or is not grouped. */
  readonly parts: readonly { readonly of: string | null; readonly value: string; readonly factor: string }[];
  /** Where one more counts most: the group (null where any will do) and its factor. */
  readonly best: { readonly group: string | null; readonly factor: string };
}

export interface AssessedTenure extends AssessedCommon {
  readonly kind: "tenure";
  readonly tier: string;
  readonly bound: "at-least" | "at-most";
  readonly months: number;
  /** Since when this tier or a higher one is held, or of `at-most` was first held; null where it is not. */
  readonly since: CalendarDate | null;
}

export interface AssessedApproval extends AssessedCommon {
  readonly kind: "approval";
  readonly approval: string;
  readonly title: string;
}

/** Its fraction is nothing but met or not, which all that stands above it is reckoned from. */
export interface AssessedWithheld extends AssessedCommon {
  readonly kind: "withheld";
  readonly title: string;
}

/** A judged requirement with its fraction as a number, for what stands above it. */
export interface Assessment {
  readonly node: AssessedRequirement;
  readonly fraction: Rational;
}
