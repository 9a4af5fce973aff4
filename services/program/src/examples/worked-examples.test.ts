import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { leavesOfRequirement } from "../document/requirements/index.js";
import { documentWith, EVERY_SHAPE, programOf } from "../fixtures/index.js";
import { exampleOf } from "./example-of.js";
import { scoreExamples } from "./score-example.js";
import { thresholdExamples } from "./threshold-example.js";
import { workedExamples } from "./worked-examples.js";

const MEASURES = `revenue: { title: Won revenue, sum: amount, of: deal.won }
deals: { title: Won deals, count: deal.won }
rate: { title: Win rate, ratio: [{ count: deal.won }, { count: [deal.won, deal.lost] }] }
kept: { title: Kept revenue, ratio: [revenue, { sum: amount, of: deal.registered }] }
nps: { title: NPS, given: points }
people: { distinct: person, of: certification }`;

function example(requires: string) {
  const program = programOf(
    documentWith({ head: "approvals: { elite: { why: Chosen. } }", measures: MEASURES, requires }),
  );
  const requirement = program.tiers[1]?.requires;
  if (requirement == null) throw new Error("Gold asks nothing");
  return exampleOf(program, requirement);
}

test.each([
  ["{ measure: revenue, at-least: 100000 }", "Won revenue of 100,000.00 USD is enough.", "99,999.99 USD is not."],
  ["{ measure: revenue, more-than: 100000 }", "Won revenue of 100,000.01 USD is enough.", "100,000.00 USD is not."],
  ["{ measure: deals, at-most: 5 }", "Won deals of 5 is enough.", "6 is not."],
  ["{ measure: deals, less-than: 5 }", "Won deals of 4 is enough.", "5 is not."],
  ["{ measure: deals, exactly: 3 }", "Won deals of 3 is enough.", "2 is not."],
  ["{ measure: rate, at-least: 80% }", "Win rate of 16 of 20 (80%) is enough.", "15 of 20 (75%) is not."],
  ["{ measure: rate, at-least: 33.3% }", "Win rate of 333 of 1000 (33.3%) is enough.", "332 of 1000 (33.2%) is not."],
  [
    "{ measure: kept, at-least: 90% }",
    "Kept revenue of 90,000.00 USD of 100,000.00 USD (90%) is enough.",
    "89,999.99 USD of 100,000.00 USD (89.99%) is not.",
  ],
  ["{ measure: nps, at-least: 30 }", "NPS of 30 points is enough.", "29.99 points is not."],
  [
    "{ tenure: registered, at-least: 12 months }",
    "Held since 30 June 2025 is enough on 30 June 2026.",
    "Held since 1 July 2025 is not.",
  ],
])("%s is explained by what just meets it and what just misses it", (requires, meets, misses) => {
  expect(example(requires)).toEqual({ market: meets.includes("Held") ? undefined : null, meets, misses });
});

test("nobody misses what asks for nothing, and nobody has an example of more than everything", () => {
  expect(example("{ measure: deals, at-least: 0 }")?.misses).toBeNull();
  expect(example("{ measure: rate, more-than: 100% }")).toBeNull();
});

test("a score is explained by its terms, each up to its cap, and by one deal less", () => {
  const score =
    "{ score: { total: 20, terms: [{ measure: deals, points: 3, cap: 15, floor: 3 }, { measure: people, points: 5 }] } }";
  const found = example(score);
  expect(found?.meets).toMatch(
    /^\d+(\.\d+)? points are enough: Won deals of \d+ gives \d+; People of \d+ gives \d+\.$/,
  );
  expect(found?.misses).toMatch(/, which is not\.$/);
});

test("where a bound is scaled, each market has its own numbers", () => {
  const head = "markets: { growth: { factor: 50%, regions: [LATAM], why: Half. } }";
  const program = programOf(
    documentWith({ head, measures: MEASURES, requires: "{ measure: revenue, at-least: 100000, scale-by: market }" }),
  );
  const requirement = program.tiers[1]?.requires;
  if (requirement?.kind !== "threshold") throw new Error("No threshold");
  expect(thresholdExamples(program, requirement).map(({ market, meets }) => [market?.name ?? null, meets])).toEqual([
    [null, "Won revenue of 100,000.00 USD is enough."],
    ["growth", "Won revenue of 50,000.00 USD is enough."],
  ]);
});

test("every requirement of every shape has an example", () => {
  const program = programOf(EVERY_SHAPE);
  const leaves = program.tiers.flatMap(({ requires }) => (requires === null ? [] : leavesOfRequirement(requires)));
  expect(leaves.filter((leaf) => exampleOf(program, leaf) === null).map(({ path }) => path)).toEqual([]);
});

test("the whole program reads from the lowest tier to the highest, then what is measured and how partners move", () => {
  const text = workedExamples(
    programOf(readFileSync(new URL("../../examples/northwind-partners.yaml", import.meta.url), "utf8")),
  );
  const headings = text.split("\n").filter((line) => line.startsWith("## "));
  expect(headings).toEqual([
    "## Registered",
    "## Silver",
    "## Gold",
    "## Platinum",
    "## What is measured",
    "## How partners move",
  ]);
  expect(text).toContain(
    "  - **Won revenue** of at least 50,000.00 USD: About what a part-time seller closes in a year.",
  );
  expect(text).toContain("    - *Example:* Won revenue of 50,000.00 USD is enough; 49,999.99 USD is not.");
  expect(text).toContain("- A tier is lost only after its keeping bar was missed for 35 days without a break.");
});

test("free text is text: it makes no heading, link or HTML", () => {
  const program = programOf(
    documentWith({
      measures: MEASURES,
      requires: '{ measure: deals, at-least: 1, why: "# <b>[x](y)</b> *now*\\n- or" }',
    }),
  );
  expect(workedExamples(program)).toContain("\\# \\<b\\>\\[x\\](y)\\</b\\> \\*now\\* - or");
});

test("where the program classifies partners, each track has an example of its own terms", () => {
  const program = programOf(
    documentWith({
      head: "tracks: { large: { classified: { measure: people, at-least: 5 } }, smb: { classified: otherwise } }",
      measures: MEASURES,
      requires:
        "{ score: { total: 6, terms: [{ measure: deals, points: 3, tracks: large }, { measure: deals, points: 6, tracks: smb }] } }",
    }),
  );
  const requirement = program.tiers[1]?.requires;
  if (requirement?.kind !== "score") throw new Error("No score");
  expect(scoreExamples(program, requirement).map(({ track, meets }) => [track, meets])).toEqual([
    ["large", "6 points are enough: Won deals of 2 gives 6."],
    ["smb", "6 points are enough: Won deals of 1 gives 6."],
  ]);
  expect(workedExamples(program)).toContain("For partners in the track Smb:");
});
