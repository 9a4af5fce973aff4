import { compare, currencyDigits, type Rational, ZERO } from "../../exact/index.js";
import { readShare, refuseFinerThan, type YamlCursor } from "../notation/index.js";
import type { Measure, MeasureUnit } from "./measure.js";

/** The unit of a bound. */
export interface Scale {
  /** Null where the measure could not be read, which has been reported; any number is then accepted. */
  readonly unit: MeasureUnit | null;
  readonly currency: string;
  /** Whether the measure can be negative. */
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

/** Reads a bound in the measure's unit: money no finer than the currency, counts whole, percent as a share. */
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
