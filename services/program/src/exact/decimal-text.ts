import { knownExact, type Rational, rational, roundDown, toDecimalString } from "./rational.js";

const DIGITS = 12;
const FRACTION_DIGITS = 4;

/** For clients, which cannot hold 13/33 exactly: at most twelve decimals. */
export const decimalOf = (value: Rational): string => toDecimalString(value, DIGITS);

/** The same for exact text, as decisions and ledgers store it. */
export const decimalOfText = (text: string): string => decimalOf(knownExact(text));

export const decimalOrNull = (text: string | null | undefined): string | null =>
  text == null ? null : decimalOfText(text);

/** A progress from 0 to 1 with four decimals, rounded down, so that only a complete one reads as 1. */
export const fractionOf = (text: string): string =>
  decimalOf(rational(roundDown(knownExact(text), FRACTION_DIGITS), 10n ** BigInt(FRACTION_DIGITS)));
