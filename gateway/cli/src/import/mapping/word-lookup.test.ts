import { expect, test } from "vitest";
import { wordLookup } from "./word-lookup.js";

test("a word means what it is said to mean, and a pattern what it stands for", () => {
  const lookUp = wordLookup([
    ["Closed Won*", "won"],
    ["*Lost*", "lost"],
    ["Closed Won - cancelled", "lost"],
    ["C*", "refunded"],
    ["(a+b)?", "odd"],
  ]);
  expect(["Closed Won", "Closed Won (verbal)", "7 - Lost!", "Closed Won - cancelled"].map(lookUp)).toEqual([
    "won",
    "won",
    "lost",
    "lost",
  ]);
  expect(["C536379", "c536379", "", "(a+b)?", "ab"].map(lookUp)).toEqual(["refunded", null, null, "odd", null]);
});
