import { currencyDigits } from "../exact/currency-digits.js";
import { compare, multiply, ONE, type Rational, ZERO } from "../exact/rational.js";
import type { Measure, MeasureUnit } from "./measure.js";
import { refuseFinerThan } from "./parse-number.js";
import { readShare } from "./parse-share.js";
import type { Bound, KeepingBar } from "./requirement.js";
import type { YamlCursor } from "./yaml-cursor.js";

/** What a bound is a number of. */
export interface Scale {
  /** Null where the measure could not be read: then anything goes, since that has been reported. */
  readonly unit: MeasureUnit | null;
  readonly currency: string;
  /** What is counted is never below zero; what may be taken off or asked for is. */
  readonly mayBeNegative: boolean;
}

export function scaleOf(measure: Measure | null, currency: string): Scale {
  return {
    unit: measure?.unit ?? null,
    currency,
    mayBeNegative: measure !== null && MAY_BE_NEGATIVE.has(measure.kind),
  };
}

const MAY_BE_NEGATIVE: ReadonlySet<Measure["kind"]> = new Set([
  "statistic",
  "rate",
  "total",
  "largest",
  "smallest",
  "change",
]);

/** Reads a bound in the unit of what it bounds: money no finer than the currency, counts whole, percent as a share. */
export function readBound(cursor: YamlCursor, { unit, currency, mayBeNegative }: Scale): Rational {
  if (unit === "percent") return readShare(cursor, { mayBeNegative });
  const expected = unit === "money" ? `an amount in ${currency} such as 75000` : "a number such as 20";
  const number = cursor.number(expected);
  if (number === null) return ZERO;
  if (unit === null) return number.value;
  if (number.isPercent) cursor.refuse("INVALID_VALUE", `expected ${expected}: what it bounds is not in percent`);
  else if (!mayBeNegative && compare(number.value, ZERO) < 0)
    cursor.refuse("INVALID_VALUE", "a bound is not below zero");
  else if (unit !== "points") refuseFinerThan(cursor, number.value, unit === "money" ? currencyDigits(currency) : 0);
  return number.value;
}

/** What reaching asks, which its keeping bar must not go beyond. */
export interface Reach {
  readonly scale: Scale;
  readonly bound: Bound;
  readonly target: Rational;
}

/** Reads `80%` as a share of what reaching asks, or a bound of its own; of a measure in percent always the latter. */
export function readKeepingBar(cursor: YamlCursor, { scale, bound, target }: Reach): KeepingBar | null {
  if (bound === "exactly") {
    cursor.atKey().refuse("INVALID_VALUE", "what is asked for exactly has no other bar for keeping it");
    return null;
  }
  const bar = readBar(cursor, scale);
  const kept = bar.kind === "share" ? multiply(target, bar.value) : bar.value;
  const isFloor = bound === "at-least" || bound === "more-than";
  // Half a dollar for half of what was asked: the one mistake that would keep everyone in their tier.
  if (bar.kind === "bound" && isFraction(bar.value) && scale.unit !== "percent" && compare(target, ONE) > 0)
    cursor.refuse("INVALID_VALUE", "a share of the bound needs a percent sign: 80% rather than 0.8");
  else if (scale.unit !== null && (isFloor ? compare(kept, target) > 0 : compare(kept, target) < 0))
    cursor.refuse("INVALID_VALUE", "keeping a tier may not ask more than reaching it");
  return bar;
}

function readBar(cursor: YamlCursor, scale: Scale): KeepingBar {
  if (scale.unit === "percent" || !cursor.isPercentage) return { kind: "bound", value: readBound(cursor, scale) };
  return { kind: "share", value: readShare(cursor, { isAboveZero: true }) };
}

function isFraction(value: Rational): boolean {
  return compare(value, ZERO) > 0 && compare(value, ONE) < 0;
}
