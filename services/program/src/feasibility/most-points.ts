import { ANYTHING, type Interval, included } from "../assess/index.js";
import {
  type MeasureTerm,
  type RatedTerm,
  type Requirement,
  type ScoreSheet,
  type ScoreTerm,
  sheetsOf,
  type TotalTerm,
} from "../document/requirements/index.js";
import type { WeightTable } from "../document/weights/index.js";
import { add, compare, divide, multiply, ONE, type Rational, rational, roundDown, ZERO } from "../exact/index.js";

/** What is known about the partners whose points are counted. */
export interface PointBounds {
  isAsked(term: ScoreTerm): boolean;
  /** Whether the gate can never hold. */
  isClosed(gate: Requirement): boolean;
  valuesOf(measure: string): Interval;
  /** Whether no group of the measure is ever below zero. */
  isNeverNegative(measure: string): boolean;
}

export interface MostPoints {
  /** Null for no limit. */
  readonly total: Rational | null;
  /** A term that can never reach its floor; null for none. */
  readonly lowFloor: {
    readonly path: string;
    readonly title: string;
    readonly floor: Rational;
    readonly points: Rational;
  } | null;
}

/** The maximum of a score, by its caps and the possible values of its measures. */
export function mostPoints(sheet: ScoreSheet, bounds: PointBounds): MostPoints {
  const terms = sheet.terms.filter((term) => bounds.isAsked(term));
  const counted = terms.map((term) => ({ term, points: mostOf(term, bounds) }));
  const low = counted.find(
    ({ term, points }) => points !== null && term.floor !== null && compare(points, term.floor) < 0,
  );
  const sum = counted.reduce<Rational | null>(
    (total, { points }) => (total === null || points === null ? null : add(total, points)),
    ZERO,
  );
  return {
    total: smaller(sheet.cap, sum),
    lowFloor:
      low?.points == null || low.term.floor === null
        ? null
        : { path: low.term.path, title: low.term.title, floor: low.term.floor, points: low.points },
  };
}

function mostOf(term: ScoreTerm, bounds: PointBounds): Rational | null {
  if (term.gate !== null && bounds.isClosed(term.gate)) return ZERO;
  const most = smaller(term.cap, uncapped(term, bounds));
  // A closed gate gives zero, which is more than negative points.
  return term.gate !== null && most !== null && compare(most, ZERO) < 0 ? ZERO : most;
}

function uncapped(term: ScoreTerm, bounds: PointBounds): Rational | null {
  switch (term.kind) {
    case "measure":
      return mostOfMeasure(term, bounds);
    case "score":
      return mostOfTotal(term, bounds);
    case "any":
      return largest(term.of.map((part) => mostOf(part, bounds)));
  }
}

function mostOfMeasure(term: MeasureTerm, bounds: PointBounds): Rational | null {
  const sign = compare(term.points, ZERO);
  if (sign === 0) return ZERO;
  const values = term.measures.map((name) => {
    const value = bounds.valuesOf(name);
    return term.weight === null ? value : weighedValues(term.weight, value, bounds.isNeverNegative(name));
  });
  const ends = values.map(({ from, to }) => (sign > 0 ? to : from));
  const known = ends.flatMap((end) => end?.value ?? []);
  if (sign > 0 ? known.length < ends.length : known.length === 0) return null;
  // The largest counts; one without a value counts as zero.
  const best = known.reduce((a, b) => (compare(a, b) > 0 ? a : b));
  return pointsFor(term, sign < 0 && compare(best, ZERO) > 0 ? ZERO : best);
}

/** Only the whole is known, not its groups: uses the smallest and the largest factor. */
function weighedValues({ factors }: WeightTable, value: Interval, isNeverNegative: boolean): Interval {
  // Where one group is negative, another may have more than the whole.
  if (!isNeverNegative) return ANYTHING;
  const most = [ONE, ...factors.map(({ factor }) => factor)].reduce((a, b) => (compare(a, b) > 0 ? a : b));
  return { from: included(ZERO), to: value.to && included(multiply(value.to.value, most)) };
}

/** Lower limits of scores are not computed, so negative points are unknown. */
function mostOfTotal(term: TotalTerm, bounds: PointBounds): Rational | null {
  const sign = compare(term.points, ZERO);
  if (sign <= 0) return sign === 0 ? ZERO : null;
  const total = largest(sheetsOf(term.score).map((sheet) => mostPoints(sheet, bounds).total));
  if (total === null || term.weight === null) return total && pointsFor(term, total);
  const above = compare(total, ZERO) > 0 ? total : ZERO;
  const weighed = weighedValues(term.weight, { from: null, to: included(above) }, true).to;
  return weighed && pointsFor(term, weighed.value);
}

function pointsFor({ points, each, isWhole }: RatedTerm, value: Rational): Rational {
  const times = divide(value, each);
  return multiply(isWhole ? rational(roundDown(times, 0)) : times, points);
}

/** Null where one of them has no limit. */
const largest = (all: readonly (Rational | null)[]): Rational | null =>
  all.reduce((a, b) => (a === null || b === null ? null : compare(a, b) > 0 ? a : b));

function smaller(cap: Rational | null, value: Rational | null): Rational | null {
  if (cap === null || value === null) return cap ?? value;
  return compare(value, cap) > 0 ? cap : value;
}
