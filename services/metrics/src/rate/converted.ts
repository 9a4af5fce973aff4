import { currencyDigits, fromMinorUnits, multiply, parseDecimal, roundHalfUp } from "@tiergraph/program/exact";

/**
 * An amount in another currency, in its minor units; half a unit is rounded up.
 *
 * @param rate exact decimal text: one unit of `from` is so much of `to`
 */
export function converted(minor: bigint, { from, to, rate }: { from: string; to: string; rate: string }): bigint {
  const exact = parseDecimal(rate);
  if (exact === null) throw new Error(`${rate} was recorded as a rate`);
  return roundHalfUp(multiply(fromMinorUnits(minor, currencyDigits(from)), exact), currencyDigits(to));
}
