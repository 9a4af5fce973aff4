import { currencyDigits } from "./currency-digits.js";
import { fromMinorUnits, type Rational, roundDown, scaledToText, toDecimalString } from "./rational.js";

/** An amount in major units for people, with all decimals of the currency: `104,332.50 USD`. */
export function formatMoney(amount: Rational, currency: string): string {
  return `${grouped(shownMoney(amount, currency))} ${currency}`;
}

/** An amount as it is shown, before a language groups its digits: `104332.50`. */
export function shownMoney(amount: Rational, currency: string): string {
  const digits = currencyDigits(currency);
  return scaledToText(roundDown(amount, digits), digits);
}

/** An amount in minor units for people: 10433250 is `104,332.50 USD`. */
export function formatMinorUnits(minor: bigint, currency: string): string {
  return formatMoney(fromMinorUnits(minor, currencyDigits(currency)), currency);
}

/** A count for people: `1,200`. */
export function formatCount(count: Rational): string {
  return grouped(shownCount(count));
}

/** A count as it is shown, before a language groups its digits. */
export const shownCount = (count: Rational): string => toDecimalString(count, 2);

/**
 * A share for people, with at most two decimals, rounded down. 79.996% is shown as 79.99%: "80%, at least 80%, not met"
 * would look wrong.
 */
export function formatPercent(share: Rational): string {
  return `${grouped(shownPercent(share))}%`;
}

/** A share in hundredths as it is shown, before a language groups its digits: `79.99`. */
export const shownPercent = (share: Rational): string => toDecimalString(fromMinorUnits(roundDown(share, 4), 2), 2);

function grouped(decimal: string): string {
  const [whole = "", decimals] = decimal.split(".");
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? withCommas : `${withCommas}.${decimals}`;
}
