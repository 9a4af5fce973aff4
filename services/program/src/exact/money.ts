import { currencyDigits } from "./currency-digits.js";
import { scaledToText } from "./rational.js";

/** What a 64-bit column holds, with room to add up thousands of the largest. */
const MAX_MINOR = 10n ** 15n * 100n;

/** An amount in minor units (cents), as it is stored and added. */
export interface MinorAmount {
  readonly minor: bigint;
  readonly currency: string;
}

/** `{ minor: 125050n, currency: "USD" }` -> `{ amount: "1250.50", currency: "USD" }`: major units, all digits of the currency. */
export function moneyOf({ minor, currency }: MinorAmount): { amount: string; currency: string } {
  return { amount: scaledToText(minor, currencyDigits(currency)), currency };
}

/** Minor units of a decimal text; null where it has more digits than the currency, or is no number of at most 15 whole digits. */
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
