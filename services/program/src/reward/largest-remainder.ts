import { add, compare, type Rational, rational, roundDown, roundHalfUp, subtract, ZERO } from "../exact/index.js";

/**
 * Rounds exact shares to whole units that add up to the rounded total: each is rounded down, and the remaining units go
 * to the largest remainders, the first of equal ones. Source: Hamilton's method of apportionment.
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
