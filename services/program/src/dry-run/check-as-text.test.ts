import { expect, test } from "vitest";
import { differencesBetween } from "../document/program/index.js";
import { documentWith, programOf } from "../fixtures/index.js";
import { differencesAsText, findingsAsText, problemsAsText } from "./check-as-text.js";

test("a problem names its place in the file, as editors follow it", () => {
  const problem = { code: "MISSING_KEY", path: "tiers", line: 3, column: 1, message: "`tiers` is missing" } as const;
  expect(problemsAsText("p.yaml", [problem])).toEqual(["p.yaml:3:1 tiers MISSING_KEY `tiers` is missing"]);
});

test("a finding says what is so and what to do", () => {
  const finding = {
    severity: "warning",
    code: "UNUSED_MEASURE",
    path: "measures.a",
    line: 5,
    message: "A is not used.",
    remedy: "Use it.",
  } as const;
  expect(findingsAsText([finding])).toEqual(["warning UNUSED_MEASURE measures.a (line 5)", "  A is not used. Use it."]);
  expect(findingsAsText([finding, { ...finding, path: "measures.b", line: 9 }])).toEqual([
    "warning UNUSED_MEASURE 2 times (lines 5 and 9)",
    "  A is not used. Use it.",
  ]);
});

test("a difference that lacks its reason says where that belongs", () => {
  const [before, after] = ["100000", "120000"].map((bound) =>
    programOf(documentWith({ requires: `{ measure: revenue, at-least: ${bound} }` })),
  );
  if (before === undefined || after === undefined) throw new Error("No programs");
  expect(differencesAsText(differencesBetween(before, after))).toEqual([
    "Gold: Won revenue at least 100,000.00 USD → at least 120,000.00 USD (no reason given at tiers.gold.requires)",
  ]);
});
