import { buildSchema, parse, specifiedRules, validate } from "graphql";
import { expect, test } from "vitest";
import { boundSelections, MAX_SELECTIONS, selectsTooMuch, TOO_MANY_SELECTIONS } from "./selection-bound.js";

const schema = buildSchema("type Query { name: String inside: Query }");
const errorsOf = (source: string) =>
  validate(schema, parse(source, { noLocation: true }), [...specifiedRules, boundSelections]).map(
    ({ message }) => message,
  );

/** Fragments that each name the next twice: a text of a few bytes that stands for 2^depth fields. */
const doubling = (depth: number): string =>
  `{ ...F0 } ${Array.from({ length: depth }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(" ")} fragment F${depth} on Query { name }`;

test("fragments that double 25 times are refused in a moment, with one error", () => {
  const startedAt = performance.now();
  expect(errorsOf(doubling(25))).toEqual([TOO_MANY_SELECTIONS]);
  expect(performance.now() - startedAt).toBeLessThan(100);
});

test("long chains, wide selections and fragments that nobody names are refused, and none breaks the stack", () => {
  const chain = `{ ...F0 } ${Array.from({ length: 50_000 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} }`).join(" ")} fragment F50000 on Query { name }`;
  const wide = `{ ${"name ".repeat(MAX_SELECTIONS + 1)} }`;
  const repeated = `{ ...F ...F } fragment F on Query { ${"name ".repeat(MAX_SELECTIONS / 2)} }`;
  const unnamed = `{ name } fragment F on Query { ${"name ".repeat(MAX_SELECTIONS)} }`;
  for (const source of [chain, wide, repeated, unnamed])
    expect(selectsTooMuch(parse(source, { noLocation: true }))).toBe(true);
});

test("a document at the bound passes, and a fragment within itself is left to validation", () => {
  const names = Array.from({ length: MAX_SELECTIONS }, (_, i) => `n${i}: name`).join(" ");
  expect(errorsOf(`{ ${names} }`)).toEqual([]);
  expect(errorsOf("{ ...F } fragment F on Query { ...F }")).toEqual(['Cannot spread fragment "F" within itself.']);
});
