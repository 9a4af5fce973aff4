import { currencyDigits } from "./currency-digits.js";
import { scaledToText } from "./rational.js";

/** Fits a 64-bit column, with room to add thousands of the largest amounts. */
const MAX_MINOR = 10n ** 15n * 100n;

/** An amount in minor units (cents), as it is stored and added up. */
export interface MinorAmount {
  readonly minor: bigint;
  readonly currency: string;
}

/** `{ minor: 125050n, currency: "USD" }` -> `{ amount: "1250.50", currency: "USD" }`: major units, all digits of the currency. */
export function moneyOf({ minor, currency }: MinorAmount): { amount: string; currency: string } {
  return { amount: scaledToText(minor, currencyDigits(currency)), currency };
}

/**
 * Minor units of a decimal text. Null where it has more decimals than the currency, or more than 15 digits before the
 * point.
 */
export function minorOf(amount: string, currency: string): bigint | null {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(amount);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  const digits = currencyDigits(currency);
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  if (minor > MAX_MINOR) return null;
  return sign === "-" ? -minor : minor;
}
