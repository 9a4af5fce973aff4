import { parse } from "graphql";
import { expect, test } from "vitest";
import { MAX_SELECTIONS, selectsTooMuch } from "./selection-bound.js";

const isTooMuch = (source: string): boolean => selectsTooMuch(parse(source, { noLocation: true }));

/** Fragments that each name the next twice: a text of a few bytes that stands for 2^depth fields. */
const doubling = (depth: number): string =>
  `{ ...F0 } ${Array.from({ length: depth }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(" ")} fragment F${depth} on Query { name }`;

test("fragments that double 25 times are found in a moment", () => {
  const startedAt = performance.now();
  expect(isTooMuch(doubling(25))).toBe(true);
  expect(performance.now() - startedAt).toBeLessThan(100);
});

test("long chains, wide selections and fragments that nobody names are found, and none breaks the stack", () => {
  const chain = `{ ...F0 } ${Array.from({ length: 50_000 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} }`).join(" ")} fragment F50000 on Query { name }`;
  const wide = `{ ${"name ".repeat(MAX_SELECTIONS + 1)} }`;
  const repeated = `{ ...F ...F } fragment F on Query { ${"name ".repeat(MAX_SELECTIONS / 2)} }`;
  const unnamed = `{ name } fragment F on Query { ${"name ".repeat(MAX_SELECTIONS)} }`;
  for (const source of [chain, wide, repeated, unnamed]) expect(isTooMuch(source)).toBe(true);
});

test("a document at the bound passes, and a fragment within itself is left to validation", () => {
  const names = Array.from({ length: MAX_SELECTIONS }, (_, i) => `n${i}: name`).join(" ");
  expect(isTooMuch(`{ ${names} }`)).toBe(false);
  expect(isTooMuch("{ ...F } fragment F on Query { ...F }")).toBe(false);
});
