import { expect, test } from "vitest";
import { documentWith, programOf } from "../fixtures/index.js";
import { checkProgram } from "./check-program.js";

const HEAD = `facts:
  workshop.held: { attributes: { level: { one-of: [basic, expert] }, on: { type: day }, guests: { type: number } } }
  visit: {}`;
const found = (measure: string, more = "") =>
  checkProgram(
    programOf(documentWith({ head: HEAD, measures: `m: ${measure}`, requires: "{ measure: m, at-least: 1 }", more })),
  )
    .filter(({ code }) => code === "ATTRIBUTE_IMPOSSIBLE")
    .map(({ path, message }) => `${path}: ${message}`);

test.each([
  [
    "{ count: workshop.held, where: { level: exprt } }",
    "measures.m.where.level: No workshop.held fact has exprt as its level; did you mean `expert`?",
  ],
  [
    "{ count: workshop.held, by: levl }",
    "measures.m.by: No workshop.held fact has the attribute levl; did you mean `level`?",
  ],
  [
    "{ count: workshop.held, except: { on: tomorrow } }",
    "measures.m.except.on: No workshop.held fact has tomorrow as its on.",
  ],
  ["{ distinct: person, of: workshop.held }", "the attribute person; expected one of `level`, `on`, `guests`"],
  ["{ distinct: guest, of: workshop.held }", "the attribute guest; did you mean `guests`?"],
  [
    "{ distinct: customer, of: workshop.held, holding: { distinct: town, at-least: 2 } }",
    "measures.m.holding.distinct",
  ],
])("the check finds what no fact can have in %s", (measure, message) => {
  expect(found(measure).join()).toContain(message);
});

test.each([
  "{ count: workshop.held, where: { level: [basic, other] }, by: guests }",
  "{ count: [workshop.held, deal.won], where: { anything: at all }, by: region }",
  "{ count: visit, where: { level: exprt } }",
  "{ distinct: person, of: [certification, workshop.held] }",
  "{ count: workshop.held, where: { product: A }, self-dealing: excluded }",
])("what some fact may have is left alone: %s", (measure) => {
  const one = measure.includes("other") ? [expect.stringContaining("other as its level")] : [];
  expect(found(measure)).toEqual(one);
});

test("rules that pay are asked the same", () => {
  const rebate = "rebates: { r: { of: workshop.held, where: { level: exprt }, rate: { gold: 1% }, why: W. } }";
  expect(found("{ count: visit }", rebate)).toEqual([
    "rebates.r.where.level: No workshop.held fact has exprt as its level; did you mean `expert`?",
  ]);
});

test("the check finds factors for values that no fact can have, and none where the values are known", () => {
  const weighed = (value: string) =>
    found(
      "{ count: workshop.held, by: level }",
      `weights: { w: { by: [country, level], factors: { DE: { ${value}: 2 } } } }
scores: { s: { terms: [{ measure: m, points: 1, weight: w }] } }`,
    );
  expect(weighed("exprt")).toEqual([
    "weights.w.factors: No workshop.held fact has exprt as its level; did you mean `expert`?",
  ]);
  expect(weighed("expert")).toEqual([]);
});
