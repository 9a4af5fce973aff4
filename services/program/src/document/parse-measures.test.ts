import { expect, test } from "vitest";
import { documentWith, programOf } from "../fixtures/sample-program.js";
import { parseProgram } from "./parse-program.js";
import type { Measure } from "./program.js";

test("a measure's unit follows from what it counts", () => {
  const measures = measuresOf(`revenue: { sum: amount, of: [deal.won, deal.open] }
seats: { sum: quantity, of: seats, window: quarter }
deals: { count: deal.won, window: last fiscal quarter, where: { product: [GTX Pro, 3000] } }
people: { distinct: person, of: certification }
rate: { ratio: [deals, { count: deal.lost, title: Lost }], window: { rolling: 1 month } }`);
  expect(measures.map(({ name, title, unit }) => [name, title, unit])).toEqual([
    ["revenue", "Revenue", "money"],
    ["seats", "Seats", "count"],
    ["deals", "Deals", "count"],
    ["people", "People", "count"],
    ["rate", "Rate", "percent"],
  ]);
  expect(measures[1]).toMatchObject({
    field: "quantity",
    window: { kind: "quarter", fiscal: false, which: "current" },
  });
  expect(measures[2]).toMatchObject({
    source: { kinds: ["deal.won"], where: [{ attribute: "product", in: ["GTX Pro", "3000"] }] },
    window: { kind: "quarter", fiscal: true, which: "last" },
  });
  expect(measures[3]).toMatchObject({ window: { kind: "lifetime" } });
  expect(measures[4]).toMatchObject({
    numerator: { name: "deals", window: { kind: "quarter" } },
    denominator: { name: "rate.denominator", title: "Lost", window: { kind: "rolling-months", months: 1 } },
  });
});

test.each([
  ["r: { ratio: [b, b] }\nb: { ratio: [r, r] }", "unknown sum or count `b`"],
  ["r: { ratio: [{ ratio: [] }, { count: deal.won }] }", "not another ratio"],
  ["r: { ratio: [{ count: deal.won }] }", "exactly two measures"],
  ["r: { ratio: [{ count: deal.won }, { sum: amount, of: deal.won }] }", "like by like, not count by money"],
  ["d: { count: deal.won }\nr: { ratio: [d, d], window: quarter }", "this window has no effect"],
  ["d: { sum: amount, of: certification }", "no amount or quantity"],
  ["d: { count: [deal.won, deal.won] }", "`deal.won` stands here a second time"],
  ["d: { count: deal.won, window: forever }", "unknown window `forever`"],
  ["d: { count: deal.won, window: { rolling: 0 days } }", "at most a hundred years"],
  ["d: { count: deal.won, where: { product: [] } }", "found an empty list"],
  ["Won Deals: { count: deal.won }", "a name has small letters"],
])("the measures %j are refused", (measures, message) => {
  expect(problemsOf(documentWith({ measures })).join()).toContain(message);
});

function measuresOf(measures: string): readonly Measure[] {
  return programOf(documentWith({ measures, requires: "{ measure: revenue, at-least: 1 }" })).measures;
}

function problemsOf(source: string): string[] {
  const parsed = parseProgram(source);
  return parsed.kind === "ProgramRefused" ? parsed.problems.map(({ message }) => message) : [];
}
