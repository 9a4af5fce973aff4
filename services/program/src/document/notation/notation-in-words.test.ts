import { expect, test } from "vitest";
import { documentWith, programOf } from "../../fixtures/index.js";
import { differenceInWords, differencesBetween } from "../program/index.js";
import { notationInWords, partsThatDiffer } from "./notation-in-words.js";

test("a part of a document reads as words, without a sign of its notation", () => {
  const measure = { sum: "amount", of: "deal.won", window: { rolling: "12 months" }, "net-of": ["deal.refunded", "x"] };
  expect(notationInWords(measure)).toBe(
    "sum amount, of deal.won, window (rolling 12 months), net of deal.refunded and x",
  );
  expect(notationInWords([{ measure: "a", points: 3, whole: true }, { measure: "b" }])).toBe(
    "measure a, points 3, whole; measure b",
  );
});

test("of two entries only what differs is said", () => {
  expect(partsThatDiffer({ a: 1, b: 2 }, { a: 1, b: 3, c: 4 })).toEqual({ before: { b: 2 }, after: { b: 3, c: 4 } });
});

const version = (head: string, more: string, requires = "{ measure: deals, at-least: 10 }") =>
  programOf(
    documentWith({
      head,
      measures: "deals: { title: Won deals, count: deal.won, window: { rolling: 90 days } }",
      requires,
      more,
    }),
  );
const KEPT = "{ measure: deals, at-least: 10, keeps-at: 80% }";
const SCORE = "{ score: { total: 10, terms: [{ measure: deals, points: 2, each: 1, title: Deals }] } }";

test.each([
  ["governance: { grace: 30 days }", "governance: { grace: 30 days, notice: 60 days }", undefined, undefined],
  [
    "rebates: { d: { of: deal.won, rate: { gold: 5% }, why: W. } }",
    "rebates: { d: { of: deal.won, rate: { gold: 4% }, why: W. } }",
    undefined,
    undefined,
  ],
  ["", "    keeps-at: 80%", undefined, undefined],
  ["    keeps: { measure: deals, at-least: 3 }", "    keeps: { measure: deals, at-least: 4 }", undefined, undefined],
  ["    met-on-any-day-in: { rolling: 90 days }", "    met-on-any-day-in: year", undefined, undefined],
  ["", "", undefined, KEPT],
  ["", "", SCORE, SCORE.replace("points: 2", "points: 3")],
])("what differs between %j and %j is said in words alone", (before, after, asked, asks) => {
  const differences = differencesBetween(version("", before, asked), version("", after, asks)).map(differenceInWords);
  expect(differences.length).toBeGreaterThan(0);
  for (const words of differences) expect(words).not.toMatch(/[{}[\]"]|\bkind\b|undefined|null/);
});

test("another window of a measure says the windows and nothing that stayed", () => {
  const formula = (days: number) =>
    programOf(
      documentWith({
        measures: `revenue: { title: Won revenue, sum: amount, of: deal.won, window: { rolling: ${days} days } }`,
      }),
    );
  expect(differencesBetween(formula(90), formula(180)).map(differenceInWords)).toEqual([
    "measure revenue window (rolling 90 days) → window (rolling 180 days)",
  ]);
});
