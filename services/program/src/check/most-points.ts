import type { Requirement, ScoreSheet, ScoreTerm } from "../document/requirement.js";
import { add, compare, divide, multiply, type Rational, rational, roundDown, ZERO } from "../exact/rational.js";
import type { Interval } from "./interval.js";

/** What is known of the partners whose points are counted. */
export interface Counting {
  isAsked(term: ScoreTerm): boolean;
  /** Whether the gate can never hold. */
  isClosed(gate: Requirement): boolean;
  valuesOf(measure: string): Interval;
}

export interface MostPoints {
  /** Null where there is no end to it. */
  readonly total: Rational | null;
  /** A term that can never give what it must; null where there is none. */
  readonly lowFloor: {
    readonly path: string;
    readonly title: string;
    readonly floor: Rational;
    readonly points: Rational;
  } | null;
}

/** The most that a score can come to, by its caps and by what its measures can be. */
export function mostPoints(sheet: ScoreSheet, counting: Counting): MostPoints {
  const terms = sheet.terms.filter((term) => counting.isAsked(term));
  const counted = terms.map((term) => ({ term, points: mostOf(term, counting) }));
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

function mostOf(term: ScoreTerm, counting: Counting): Rational | null {
  if (term.gate !== null && counting.isClosed(term.gate)) return ZERO;
  const most = smaller(term.cap, uncapped(term, counting));
  // Nothing comes from behind a gate that does not hold, which is more than what is taken off.
  return term.gate !== null && most !== null && compare(most, ZERO) < 0 ? ZERO : most;
}

function uncapped({ measures, points, each, isWhole }: ScoreTerm, { valuesOf }: Counting): Rational | null {
  const sign = compare(points, ZERO);
  if (sign === 0) return ZERO;
  const ends = measures.map(valuesOf).map(({ from, to }) => (sign > 0 ? to : from));
  const known = ends.flatMap((end) => end?.value ?? []);
  if (sign > 0 ? known.length < ends.length : known.length === 0) return null;
  // The largest counts, and one without a value counts as zero.
  const best = known.reduce((a, b) => (compare(a, b) > 0 ? a : b));
  const value = sign < 0 && compare(best, ZERO) > 0 ? ZERO : best;
  const times = divide(value, each);
  return multiply(isWhole ? rational(roundDown(times, 0)) : times, points);
}

function smaller(cap: Rational | null, value: Rational | null): Rational | null {
  if (cap === null || value === null) return cap ?? value;
  return compare(value, cap) > 0 ? cap : value;
}
