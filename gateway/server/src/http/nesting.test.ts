import { expect, test } from "vitest";
import { MAX_NESTING, nestsTooDeeply } from "./nesting.js";

const nested = (levels: number) => `${"{ a ".repeat(levels)}${"}".repeat(levels)}`;

test("a document nests as deeply as the limit and no deeper, by selections, lists and arguments alike", () => {
  expect(nestsTooDeeply(nested(MAX_NESTING))).toBe(false);
  expect(nestsTooDeeply(nested(MAX_NESTING + 1))).toBe(true);
  expect(nestsTooDeeply(`{ a(x: ${"[".repeat(20_000)}`)).toBe(true);
  expect(nestsTooDeeply(`${"{ a(x: {y: ".repeat(40)}`)).toBe(true);
});

test("what stands beside each other does not nest, nor does what stands in strings and comments", () => {
  expect(nestsTooDeeply(`{ ${"a { b } ".repeat(1_000)} }`)).toBe(false);
  const many = "{[(".repeat(200);
  expect(nestsTooDeeply(`{ a(x: "${many}\\"${many}") }`)).toBe(false);
  expect(nestsTooDeeply(`{ a(x: """${many} " ${many}""") }`)).toBe(false);
  expect(nestsTooDeeply(`{ a # ${many}\n }`)).toBe(false);
  expect(nestsTooDeeply(`{ a(x: "#") ${"{ b ".repeat(200)}`)).toBe(true);
});

test("a text that is no document takes no longer than its length", () => {
  for (const text of ['"'.repeat(1e6), '"""'.repeat(3e5), "#".repeat(1e6), `"${"\\".repeat(1e6)}`, '""" "'.repeat(2e5)])
    expect(nestsTooDeeply(text)).toBe(false);
});
