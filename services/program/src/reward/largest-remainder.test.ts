import fc from "fast-check";
import { expect, test } from "vitest";
import { add, compare, rational, roundHalfUp, subtract, ZERO } from "../exact/index.js";
import { byLargestRemainder } from "./largest-remainder.js";

test("the units that are left go to the largest remainders, of equal ones to the first", () => {
  const thirds = [rational(10, 3), rational(10, 3), rational(10, 3)];
  expect(byLargestRemainder(thirds)).toEqual([4n, 3n, 3n]);
  expect(byLargestRemainder([rational(1, 2), rational(7, 10), rational(8, 10)])).toEqual([0n, 1n, 1n]);
  expect(byLargestRemainder([])).toEqual([]);
});

test("the shares add up to the rounded whole, and none is a unit or more from its own", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 97 }))), (drawn) => {
      const shares = drawn.map(([num, den]) => rational(num, den));
      const allocated = byLargestRemainder(shares);
      expect(allocated.reduce((sum, units) => sum + units, 0n)).toBe(roundHalfUp(shares.reduce(add, ZERO), 0));
      for (const [index, share] of shares.entries()) {
        const distance = subtract(rational(allocated[index] ?? -1n), share);
        expect(compare(distance, rational(1)) < 0 && compare(distance, rational(-1)) > 0).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
