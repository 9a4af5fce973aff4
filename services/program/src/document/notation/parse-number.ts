import {
  compare,
  currencyDigits,
  multiply,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  ZERO,
} from "../../exact/index.js";
import { asFraction } from "./parse-share.js";
import type { YamlCursor } from "./yaml-cursor.js";

/** Reads a decimal without a percent sign. */
export function readDecimal(cursor: YamlCursor, expected: string): Rational {
  const number = cursor.number(expected);
  if (number?.isPercent) cursor.refuse("INVALID_VALUE", `expected ${expected}, found a percentage`);
  return number?.value ?? ZERO;
}

/** Reads a factor, which may be negative: a decimal, a percentage, or a fraction such as `15/7`. */
export function readFactor(cursor: YamlCursor, expected: string): Rational {
  const number = cursor.number(expected, parseFactor);
  return number === null ? ONE : asFraction(number);
}

/** Reads an amount in major units: not negative, and no finer than the currency. */
export function readMoney(cursor: YamlCursor, currency: string): Rational {
  const amount = readDecimal(cursor, `an amount in ${currency} such as 75000`);
  if (compare(amount, ZERO) < 0) cursor.refuse("INVALID_VALUE", "an amount is not below zero here");
  else refuseFinerThan(cursor, amount, currencyDigits(currency));
  return amount;
}

/** Reports a number with more decimals than allowed. */
export function refuseFinerThan(cursor: YamlCursor, value: Rational, digits: number): void {
  if (multiply(value, rational(10n ** BigInt(digits))).den === 1n) return;
  const rule = digits === 0 ? "expected a whole number" : `expected at most ${digits} decimals`;
  cursor.refuse("INVALID_VALUE", `${rule}: nothing finer can be reached`);
}

/** `true` or `false`; false where it is left out. */
export function readFlag(cursor: YamlCursor | null): boolean {
  return cursor?.oneOf(["true", "false"]) === "true";
}

// Sixty digits hold every decimal that is read, as a fraction of whole numbers.
function parseFactor(text: string): Rational | null {
  const [, num, den] = /^([+-]?\d{1,60})\/(\d{1,60})$/.exec(text) ?? [];
  if (num === undefined || den === undefined) return parseDecimal(text);
  return /^0+$/.test(den) ? null : rational(BigInt(num.replace("+", "")), BigInt(den));
}
