import { expect, test } from "vitest";
import { rational } from "../../exact/index.js";
import { documentWith, problemsOf, programOf } from "../../fixtures/index.js";
import { shapeOfKind } from "../facts/index.js";

test("a market multiplies by a share or by a factor, where it lists a region or a country", () => {
  const head =
    "markets: { low: { factor: 50%, regions: [LATAM], countries: IN, why: W. }, high: { factor: 1.2, countries: CH, why: W. } }";
  expect(programOf(documentWith({ head })).markets).toEqual([
    { name: "low", title: "Low", factor: rational(1, 2), regions: ["LATAM"], countries: ["IN"], why: "W." },
    { name: "high", title: "High", factor: rational(6, 5), regions: [], countries: ["CH"], why: "W." },
  ]);
});

test("a declared kind of fact counts like a built-in one", () => {
  const source = documentWith({
    head: "facts: { portal.reviewed: {}, workshop: { title: Workshop held } }",
    measures: "revenue: { count: [portal.reviewed, workshop] }",
  });
  const { factKinds, measures } = programOf(source);
  expect(factKinds).toEqual([
    { name: "portal.reviewed", title: "Portal reviewed", needs: [], attributes: null },
    { name: "workshop", title: "Workshop held", needs: [], attributes: null },
  ]);
  expect(measures[0]).toMatchObject({ source: { kinds: ["portal.reviewed", "workshop"] } });
});

test("a declared kind says which fields and attributes its facts have", () => {
  const head = `facts:
  workshop.held:
    needs: [until, customer]
    attributes: { level: { one-of: [basic, expert], required: true }, guests: { type: number }, seen: {} }
  audit.passed: { attributes: {} }`;
  expect(programOf(documentWith({ head })).factKinds).toMatchObject([
    {
      needs: ["until", "customer"],
      attributes: [
        { name: "level", type: "text", oneOf: ["basic", "expert"], isRequired: true },
        { name: "guests", type: "number", oneOf: null, isRequired: false },
        { name: "seen", type: "text", oneOf: null, isRequired: false },
      ],
    },
    { attributes: [] },
  ]);
});

test("a kind that was built in later than a document declared it may still be declared", () => {
  const head = "facts: { customer.renewed: { needs: amount } }";
  expect(shapeOfKind(programOf(documentWith({ head })), "customer.renewed").needs).toEqual(["amount"]);
  expect(shapeOfKind(programOf(documentWith({})), "customer.renewed").needs).toEqual(["customer"]);
});

test("periods close some days after they end, and say what becomes of what comes later", () => {
  const head = "closing: { period: month, after: 10 days, late: refuse }";
  expect(programOf(documentWith({ head })).closing).toEqual({
    period: "month",
    afterDays: 10,
    late: "refuse",
    since: null,
  });
  expect(programOf(documentWith({})).closing).toBeNull();
});

test("a review weighs its questions, each once where it does not say", () => {
  const head =
    "reviews: { r: { every: half-year, questions: { a: { ask: Why?, best: 5 }, b: { ask: How?, best: 1, weight: 3 } } } }";
  expect(programOf(documentWith({ head })).reviews[0]).toEqual({
    name: "r",
    title: "R",
    every: "half-year",
    questions: [
      { name: "a", ask: "Why?", best: 5, weight: 1 },
      { name: "b", ask: "How?", best: 1, weight: 3 },
    ],
  });
});

test("partners choose a track, or a rule sorts them into one", () => {
  const head = `tracks:
  reseller:
  large: { classified: { measure: revenue, at-least: 5 } }
  small: { classified: otherwise }`;
  const classified = programOf(documentWith({ head })).tracks.map((track) => track.classified);
  expect(classified).toMatchObject([null, { path: "tracks.large.classified", measure: "revenue" }, "otherwise"]);
});

test.each([
  ["markets: { a: { factor: 50%, why: W. } }", "at least one of its `regions` or `countries`"],
  ["markets: { a: { factor: 0, regions: X, why: W. } }", "above zero and at most 1000%"],
  ["markets: { a: { factor: 50, regions: X, why: W. } }", "50% rather than 50"],
  ["markets: { a: { factor: 50%, regions: X } }", "`why` is missing"],
  ["facts: { deal.won: {} }", "`deal.won` is known without being declared"],
  ["facts: { a.b: { needs: colour } }", "unknown word `colour`"],
  ["facts: { a.b: { attributes: { c: { type: date } } } }", "unknown word `date`"],
  ["facts: { a.b: { attributes: { c: { one-of: [] } } } }", "found an empty list"],
  ["closing: { period: month, after: 10 days }", "`late` is missing"],
  ["closing: { period: month, after: 1 month, late: post }", "a length of time such as `90 days`"],
  ["facts: { Portal.reviewed: {} }", "a kind of fact is a name"],
  ["approvals: { a: {} }", "`why` is missing"],
  ["reviews: { a: { every: month, questions: { q: { ask: W?, best: 1 } } } }", "unknown word `month`"],
  ["reviews: { a: { every: year, questions: {} } }", "at least one question"],
  ["reviews: { a: { every: year } }", "`questions` is missing"],
  ["reviews: { a: { every: year, questions: { q: { ask: W?, best: 0 } } } }", "a whole number from 1 to 100"],
  [
    "reviews: { a: { every: year, questions: { q: { ask: W?, best: 1, weight: 101 } } } }",
    "a whole number from 1 to 100",
  ],
  ["changes: { at: tiers }", "expected reasons"],
  ["changes: [{ at: tiers }]", "`because` is missing"],
  ["ladder: highest", "unknown word `highest`"],
  [
    "tracks: { a: { classified: otherwise }, b: { classified: otherwise } }",
    "`a` takes the remaining partners already",
  ],
  ["tracks: { a: { classified: others } }", "unknown word `others`"],
  ["tracks: { a: { classified: { measure: revenu, at-least: 1 } } }", "did you mean `revenue`?"],
  [
    "tracks: { a: { classified: { measure: revenue, at-least: 1, tracks: b } }, b: { classified: otherwise } }",
    "who is in `a` cannot depend on `b`",
  ],
  [
    "tracks: { a: { classified: { score: s, at-least: 1 } } }\nscores: { s: { terms: [{ measure: revenue, points: 1, tracks: a }] } }",
    "who is in `a` cannot depend on `a`",
  ],
  ["checks: { margin-ceiling: 120% }", "at most 100%"],
  ["checks: { cost-ceiling: -1 }", "an amount is not below zero"],
  ["checks: { value-rises-by: 20 }", "80% rather than 80"],
  ["benefits: { a: { dimension: financial, why: W., value: 0.001 } }", "at most 2 decimals"],
  ["benefits: { a: { dimension: financial, why: W., cost: 10% } }", "found a percentage"],
])("the section %s is refused", (head, message) => {
  expect(problemsOf(documentWith({ head }))).toContain(message);
});

const GOLD = "requires: { measure: revenue, at-least: 1 }";

test.each([
  [`silver: { rank: 2, why: W., ${GOLD}, inherits: glod }`, "unknown tier `glod`; did you mean `gold`?"],
  [`silver: { rank: 2, why: W., ${GOLD}, inherits: silver }`, "`silver` is not below `silver`"],
  [
    `silver: { rank: 2, why: W., ${GOLD}, inherits: elite }\n  elite: { rank: 3, why: W., ${GOLD} }`,
    "`elite` is not below `silver`",
  ],
  [`silver: { rank: 2, why: W., ${GOLD}, keeps-at: 85%, keeps: { measure: revenue, at-least: 1 } }`, "found both"],
  [`silver: { rank: 2, why: W., ${GOLD}, keeps-at: 0 }`, "expected a share above zero"],
  [`silver: { rank: 2, why: W., ${GOLD}, keeps-at: 101% }`, "at most 100%"],
  [`silver: { rank: 2, why: W., ${GOLD}, met-on-any-day-in: sometime }`, "unknown window `sometime`"],
])("the tier %s is refused", (tier, message) => {
  expect(problemsOf(documentWith({ more: `  ${tier}` }))).toContain(message);
});

test("the lowest tier has nothing to keep", () => {
  const source = documentWith().replace("why: Everyone starts here.", "why: W., keeps-at: 80%");
  expect(problemsOf(source)).toContain("the lowest tier asks nothing, so that nothing keeps it");
});
