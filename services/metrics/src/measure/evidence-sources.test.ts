import { publishedProgram } from "@tiergraph/program/document/published-program";
import { knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import { expect, test } from "vitest";
import { evidenceSources } from "./evidence-sources.js";

const program = publishedProgram(`
program: p
version: "1"
currency: USD
fiscal-year-starts-in: 2
measures:
  revenue: { sum: amount, of: deal.won, where: { product: GTX Pro }, window: { rolling: 90 days } }
  wins: { count: deal.won, window: fiscal quarter }
  ever: { count: deal.won, window: lifetime }
  rate: { ratio: [wins, { count: [deal.won, deal.lost], window: lifetime }] }
tiers: { base: { rank: 0, why: Everyone. } }
`);
const sources = (measure: string) =>
  evidenceSources(program, {
    partnerId: "p",
    measure,
    asOf: knownCalendarDate("2017-06-30"),
    program: "p",
    version: "1",
  });

test("the evidence of a measure is the facts of its kind, condition and window", () => {
  expect(sources("revenue")).toEqual([
    {
      kinds: ["deal.won"],
      where: [{ attribute: "product", in: ["GTX Pro"] }],
      from: "2017-04-02",
      to: "2017-07-01",
    },
  ]);
});

test("a fiscal quarter counts from the month in which the program's year starts", () => {
  expect(sources("wins")).toMatchObject([{ from: "2017-05-01", to: "2017-07-01" }]);
});

test("a measure of a lifetime has evidence from the beginning of time", () => {
  expect(sources("ever")).toMatchObject([{ from: null, to: "2017-07-01" }]);
});

test("the evidence of a ratio is that of both its sides, each in its own window", () => {
  expect(sources("rate")).toMatchObject([
    { kinds: ["deal.won"], from: "2017-05-01" },
    { kinds: ["deal.won", "deal.lost"], from: null },
  ]);
});

test("a measure that the program lacks has no evidence", () => {
  expect(sources("margin")).toEqual([]);
});
