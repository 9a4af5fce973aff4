import { compare, parseDecimal, rational, ZERO } from "@tiergraph/program/exact";
import type { RateReport } from "./rate.store.js";

export type RateProblemCode = "CURRENCY_INVALID" | "RATE_INVALID" | "DAY_IN_FUTURE" | "RATE_TOLD_TWICE";
export interface RateProblem {
  readonly code: RateProblemCode;
  readonly field: "from" | "to" | "on" | "rate";
  readonly message: string;
}

/** A batch has another rate of the same day as well. */
export const twoRates = (rate: RateReport): RateProblem => ({
  code: "RATE_TOLD_TWICE",
  field: "rate",
  message: `The batch has two rates of ${keyOf(rate)}.`,
});

/** Of what a rate is: currencies and day. */
export const keyOf = ({ from, to, on }: Pick<RateReport, "from" | "to" | "on">): string => `${from} ${to} ${on}`;

/** A mistake of units, not a rate: no two currencies in use are so far apart. */
const MOST = rational(10_000_000);

/** What is wrong with one rate by itself; null where nothing is. */
export function rateProblem({ from, to, on, rate }: RateReport, today: string): RateProblem | null {
  for (const [field, currency] of [
    ["from", from],
    ["to", to],
  ] as const)
    if (!/^[A-Z]{3}$/.test(currency))
      return {
        code: "CURRENCY_INVALID",
        field,
        message: `${currency.slice(0, 20)} is not a three-letter currency code.`,
      };
  if (from === to) return { code: "CURRENCY_INVALID", field: "to", message: `One ${from} is one ${from}.` };
  if (on > today) return { code: "DAY_IN_FUTURE", field: "on", message: `${on} is after today, ${today}.` };
  const exact = parseDecimal(rate);
  if (exact === null || compare(exact, ZERO) <= 0 || compare(exact, MOST) > 0)
    return { code: "RATE_INVALID", field: "rate", message: `A rate is above 0 and at most 10,000,000, not ${rate}.` };
  return null;
}
