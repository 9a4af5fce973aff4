import { knownExact, type Rational, rational, roundDown, toDecimalString } from "./rational.js";

const DIGITS = 12;
const FRACTION_DIGITS = 4;

/** For clients, who cannot divide 13 by 33 exactly either: at most twelve digits after the point. */
export const decimalOf = (value: Rational): string => toDecimalString(value, DIGITS);

/** The same for exact text, as decisions and ledgers keep it. */
export const decimalOfText = (text: string): string => decimalOf(knownExact(text));

export const decimalOrNull = (text: string | null | undefined): string | null =>
  text == null ? null : decimalOfText(text);

/** A progress from 0 to 1 as four digits, rounded down, so that only what is whole reads as 1. */
export const fractionOf = (text: string): string =>
  decimalOf(rational(roundDown(knownExact(text), FRACTION_DIGITS), 10n ** BigInt(FRACTION_DIGITS)));
