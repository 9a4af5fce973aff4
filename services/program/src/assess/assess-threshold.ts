import type { Measure, Threshold } from "../document/program.js";
import { currencyDigits } from "../exact/currency-digits.js";
import {
  compare,
  divide,
  fromMinorUnits,
  ONE,
  type Rational,
  roundDown,
  subtract,
  toExactString,
  ZERO,
} from "../exact/rational.js";
import type { Evidence } from "./assess-tier.js";
import type { Assessment } from "./combine-assessments.js";

/** Judges one measure against its bound. Throws where the evidence lacks a measure that the program has checked. */
export function assessThreshold(threshold: Threshold, { program, measures, partner }: Evidence): Assessment {
  const measure = program.measures.find(({ name }) => name === threshold.measure);
  const value = measures.get(threshold.measure);
  if (measure === undefined || value === undefined) throw new Error(`No value for measure ${threshold.measure}`);

  const isAsked = threshold.tracks.length === 0 || threshold.tracks.some((track) => partner.tracks.includes(track));
  const actual = value.value;
  const sufficient = smallestSufficient(threshold, measure, program.currency);
  const isReached = actual !== null && compare(actual, threshold.target) >= (threshold.bound === "at-least" ? 0 : 1);
  const isMet = isReached || !isAsked;
  const fraction = isMet ? ONE : share(actual ?? ZERO, sufficient);
  return {
    fraction,
    node: {
      kind: "threshold",
      path: threshold.path,
      isMet,
      isAsked,
      needed: 1,
      metCount: isAsked && isMet ? 1 : 0,
      fraction: toExactString(fraction),
      children: [],
      measure: threshold.measure,
      title: measure.title,
      unit: measure.unit,
      bound: threshold.bound,
      target: toExactString(threshold.target),
      actual: actual === null ? null : toExactString(actual),
      gap: isReached ? "0" : toExactString(subtract(sufficient, actual ?? ZERO)),
      why: threshold.why,
    },
  };
}

/**
 * The smallest value that is enough. Above a `more-than` that is the next cent or whole number; shares have no next
 * one, and a hundredth of a percent is the finest that is shown. A share between the two is met all the same.
 */
function smallestSufficient({ bound, target }: Threshold, measure: Measure, currency: string): Rational {
  if (bound === "at-least") return target;
  const digits = { money: currencyDigits(currency), count: 0, percent: 4 }[measure.unit];
  return fromMinorUnits(roundDown(target, digits) + 1n, digits);
}

/** How much of what suffices is there, from 0 to below 1 for a value that does not suffice. */
function share(actual: Rational, sufficient: Rational): Rational {
  if (compare(actual, ZERO) <= 0 || compare(sufficient, ZERO) <= 0) return ZERO;
  return divide(actual, sufficient);
}
