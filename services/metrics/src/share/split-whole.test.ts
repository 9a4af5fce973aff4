import { randomOf } from "@tiergraph/program/fixtures";
import { expect, test } from "vitest";
import { splitWhole } from "./split-whole.js";

const part = (partnerId: string, share: number) => ({ partnerId, share });

test("two halves of 100.01 come to 100.01, whichever is recorded first", () => {
  const halves = [part("a", 5_000), part("b", 5_000)];
  expect([...splitWhole(10_001n, halves)]).toEqual([
    ["a", 5_001n],
    ["b", 5_000n],
  ]);
  expect(splitWhole(10_001n, [...halves].reverse())).toEqual(splitWhole(10_001n, halves));
});

test("three shares of 125.01 come to 125.01, the cents going to the largest remainders", () => {
  const split = splitWhole(12_501n, [part("a", 3_333), part("b", 3_333), part("c", 3_334)]);
  expect([...split.values()].sort()).toEqual([4_166n, 4_167n, 4_168n]);
  expect(split.get("c")).toBe(4_168n);
});

test("what nobody is credited with stays the vendor's", () => {
  expect(splitWhole(10_000n, [part("a", 2_500)]).get("a")).toBe(2_500n);
  // 33.35% of 1.00 is 33.35 cents: the cent that is left goes to the 66.65% of the vendor.
  expect(splitWhole(100n, [part("a", 3_335)]).get("a")).toBe(33n);
});

test("shares that stay leave their cents to the others, or to the vendor where it has a part", () => {
  const halves = [part("a", 5_000), part("b", 5_000)];
  expect(splitWhole(10_001n, halves, new Map([["a", 5_000n]])).get("b")).toBe(5_001n);
  expect(splitWhole(10_001n, halves, new Map([["b", 5_001n]])).get("a")).toBe(5_000n);
  const both = new Map([
    ["a", 5_000n],
    ["b", 5_000n],
  ]);
  expect(splitWhole(10_001n, halves, both)).toEqual(both);
  const [third, other] = [part("a", 3_333), part("b", 3_333)];
  expect(splitWhole(10_001n, [third, other], new Map([["a", 3_333n]])).get("b")).toBe(
    splitWhole(10_001n, [third, other]).get("b"),
  );
});

test("shares of 100% come to the whole amount, each within a cent of its exact share", () => {
  const seed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`shares of a whole: seed ${seed}`);
  const random = randomOf(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let run = 0; run < 2_000; run += 1) {
    const wholeMinor = BigInt(below(10 ** 12));
    const cuts = new Set(Array.from({ length: 1 + below(12) }, () => 1 + below(9_999)));
    const bounds = [0, ...[...cuts].sort((a, b) => a - b), 10_000];
    const parts = bounds.slice(1).map((until, i) => part(`p${i}`, until - (bounds[i] ?? 0)));
    const split = splitWhole(wholeMinor, parts);
    expect([...split.values()].reduce((sum, amount) => sum + amount, 0n)).toBe(wholeMinor);
    for (const { partnerId, share } of parts) {
      const off = (split.get(partnerId) ?? 0n) * 10_000n - wholeMinor * BigInt(share);
      expect(off > -10_000n && off < 10_000n).toBe(true);
    }
  }
});
