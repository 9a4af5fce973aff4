import type { Bound } from "../document/requirements/index.js";
import { add, compare, fromMinorUnits, type Rational, roundDown, subtract } from "../exact/index.js";
import { isReached, type UnitDigits } from "./bar.js";

/** A range of values; null for an open end. */
export interface Interval {
  readonly from: End | null;
  readonly to: End | null;
}
interface End {
  readonly value: Rational;
  /** Whether the end itself is in the range. */
  readonly isIncluded: boolean;
}

export const ANYTHING: Interval = { from: null, to: null };

export const included = (value: Rational): End => ({ value, isIncluded: true });

/** The values that reach a bound, for a measure with this smallest step. */
export function reaching(bound: Bound, target: Rational, step: UnitDigits): Interval {
  switch (bound) {
    case "at-least":
      return { from: onStep({ value: target, isIncluded: true }, step, "up"), to: null };
    case "more-than":
      return { from: onStep({ value: target, isIncluded: false }, step, "up"), to: null };
    case "at-most":
      return { from: null, to: onStep({ value: target, isIncluded: true }, step, "down") };
    case "less-than":
      return { from: null, to: onStep({ value: target, isIncluded: false }, step, "down") };
    case "exactly":
      return { from: included(target), to: included(target) };
  }
}

/** The intersection. */
export function shared(one: Interval, other: Interval): Interval {
  return { from: stricter(one.from, other.from, "from"), to: stricter(one.to, other.to, "to") };
}

export function isEmptyInterval({ from, to }: Interval): boolean {
  if (from === null || to === null) return false;
  const difference = compare(from.value, to.value);
  return difference > 0 || (difference === 0 && !(from.isIncluded && to.isIncluded));
}

export function contains({ from, to }: Interval, value: Rational): boolean {
  const isAbove = from === null || isReached(barAt(from, "at-least", "more-than"), value);
  return isAbove && (to === null || isReached(barAt(to, "at-most", "less-than"), value));
}

const barAt = ({ value, isIncluded }: End, including: Bound, excluding: Bound) => ({
  bound: isIncluded ? including : excluding,
  target: value,
  market: null,
});

/** The first value on the step that is inside: there is no count between four and five. */
function onStep(end: End, step: UnitDigits, direction: "up" | "down"): End {
  if (step === null) return end;
  const unit = fromMinorUnits(1n, step);
  const below = fromMinorUnits(roundDown(end.value, step), step);
  if (compare(below, end.value) === 0 && end.isIncluded) return included(below);
  if (direction === "up") return included(add(below, unit));
  return included(compare(below, end.value) === 0 ? subtract(below, unit) : below);
}

function stricter(one: End | null, other: End | null, which: "from" | "to"): End | null {
  if (one === null || other === null) return one ?? other;
  const difference = compare(one.value, other.value);
  if (difference === 0) return one.isIncluded ? other : one;
  return difference > 0 === (which === "from") ? one : other;
}
