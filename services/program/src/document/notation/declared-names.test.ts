import { expect, test } from "vitest";
import { documentWith, problemsOf } from "../../fixtures/index.js";

const MEASURES = "revenue: { sum: amount, of: deal.won }\ndeals: { count: deal.won }";
const SCORES = "scores: { capability: { terms: [{ measure: deals, points: 1 }] }, best: { best-of: [capability] } }";
const withSections = (requires: string, more = "") =>
  problemsOf(
    documentWith({
      head: "tracks: { reseller: {} }\nmarkets: { growth: { factor: 50%, regions: [LATAM], why: Half. } }\napprovals: { invited: { why: Chosen. } }",
      measures: MEASURES,
      requires,
      more: `${SCORES}\n${more}`,
    }),
  );

test.each([
  ["{ measure: capability, at-least: 3 }", "`capability` is a score: write `{ score: capability, at-least: … }`"],
  ["{ score: deals, at-least: 3 }", "`deals` is a measure: write `measure: deals`"],
  ["{ rule: invited }", "`invited` is an approval: here stands the name of a rule"],
  ["{ approval: gold }", "`gold` is a tier: here stands the name of an approval"],
  ["{ tenure: reseller, at-least: 3 months }", "`reseller` is a track: here stands the name of a tier"],
  ["{ measure: deals, at-least: 3, tracks: [growth] }", "`growth` is a market: here stands the name of a track"],
])("a name that exists and does not fit says what it is, never unknown: %s", (requires, message) => {
  const problems = withSections(requires);
  expect(problems).toContain(message);
  expect(problems).not.toContain("unknown");
});

test("a name that is declared nowhere is unknown, with the nearest that fits", () => {
  expect(withSections("{ measure: deal, at-least: 3 }")).toContain("unknown measure `deal`; did you mean `deals`?");
});

test("what is cited in rules that pay is named by what it is as well", () => {
  const rebate = "rebates: { basic: { of: deal.won, rate: { capability: 3% }, why: It pays. } }";
  expect(withSections("{ measure: deals, at-least: 3 }", rebate)).toContain(
    "`capability` is a score: here stands the name of a tier",
  );
});
