import { add, compare, type Rational, rational, roundDown, roundHalfUp, subtract, ZERO } from "../exact/index.js";

/**
 * Whole units for exact shares, so that they add up to the rounded whole: each is rounded down, and the units that are
 * left go to the largest remainders, of equal ones to the first. Source: Hamilton's method of apportionment.
 */
export function byLargestRemainder(shares: readonly Rational[]): bigint[] {
  const whole = roundHalfUp(shares.reduce(add, ZERO), 0);
  const floors = shares.map((share) => roundDown(share, 0));
  const left = Number(whole - floors.reduce((sum, floor) => sum + floor, 0n));
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: subtract(share, rational(floors[index] ?? 0n)) }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return floors.map((floor, index) => (raised.has(index) ? floor + 1n : floor));
}
