import type { Ceiling } from "@tiergraph/program/document/rewards";
import { rational } from "@tiergraph/program/exact";
import { expect, test } from "vitest";
import { Headroom, type Held } from "./headroom.js";

const held = (given: Partial<Ceiling> = {}): Held => ({
  key: { program: "p", ceiling: "c", periodFrom: "" },
  most: 100n,
  ceiling: {
    name: "c",
    title: "Ceiling",
    why: "Enough.",
    of: "everything",
    each: "program",
    over: "lifetime",
    most: { unit: "money", value: rational(1) },
    beyond: "remainder",
    alertAt: null,
    ...given,
  },
});
const roomWith = (used: bigint, most = 100n): Headroom =>
  new Headroom([{ program: "p", ceiling: "c", periodFrom: "", used, most, isHard: true, alertedAt: null }]);
const usedOf = (headroom: Headroom, ceilings: readonly Held[]) =>
  headroom.moved(ceilings, new Date(0)).map(({ used }) => used);

test("a ceiling lets the remainder through, or nothing, or all of it with an alert", () => {
  expect(roomWith(70n).grant([held()], 50n)).toMatchObject({ amountMinor: 30n, by: { name: "c" } });
  expect(roomWith(70n).grant([held({ beyond: "refuse" })], 50n).amountMinor).toBe(0n);
  expect(roomWith(70n).grant([held({ beyond: "alert" })], 50n)).toEqual({ amountMinor: 50n, by: null });
  expect(roomWith(70n).grant([held()], 30n)).toEqual({ amountMinor: 30n, by: null });
});

test("what is refused fills nothing, and what is taken back gives its headroom back", () => {
  const refused = roomWith(70n);
  refused.grant([held({ beyond: "refuse" })], 50n);
  expect(usedOf(refused, [held()])).toEqual([]);
  const headroom = roomWith(70n);
  headroom.take([held()], -50n);
  expect(usedOf(headroom, [held()])).toEqual([20n]);
});

test("where a ceiling counts how often, more of what was paid before is not counted again", () => {
  const times = held({ most: { unit: "times", value: rational(2) }, beyond: "refuse" });
  const headroom = roomWith(1n, 2n);
  expect(headroom.grant([times], 500n).by).toBeNull();
  expect(headroom.grant([times], 500n).by).not.toBeNull();
  expect(headroom.grant([times], 500n, 0n).by).toBeNull();
  expect(usedOf(headroom, [times])).toEqual([2n]);
});

test("people are alerted once the mark is reached, and once only", () => {
  const marked = held({ alertAt: rational(4, 5) });
  const headroom = roomWith(0n);
  headroom.grant([marked], 79n);
  expect(headroom.moved([marked], new Date(1))[0]?.alertedAt).toBeNull();
  headroom.grant([marked], 1n);
  expect(headroom.moved([marked], new Date(2))[0]?.alertedAt).toEqual(new Date(2));
});
