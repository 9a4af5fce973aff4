import { expect, test } from "vitest";
import { wordsOf } from "./name-words.js";

test.each([
  ["Müller & Söhne AG", ["muller", "sohne", "ag"]],
  ["STRASSE straße", ["strasse"]],
  ["O'Brien-Smith (EMEA)", ["o", "brien", "smith", "emea"]],
  ["株式会社 Ｎｏｒｔｈ ﬁn", ["株式会社", "north", "fin"]],
  ["P-0042", ["p", "0042"]],
  [" -- ", []],
])("%s is found by %j", (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});

test("A name of any length has a bounded number of words, each of a bounded length", () => {
  const many = wordsOf(Array.from({ length: 100 }, (_, i) => `word${i}`).join(" "), "x".repeat(500));
  expect(many).toHaveLength(40);
  expect(wordsOf("x".repeat(500))).toEqual(["x".repeat(60)]);
});

test("A name and a code that share a word have it once", () => {
  expect(wordsOf("Acme Ltd", "ACME-1")).toEqual(["acme", "ltd", "1"]);
});
