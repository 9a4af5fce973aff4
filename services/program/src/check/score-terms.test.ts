import { expect, test } from "vitest";
import { documentWith, programOf } from "../fixtures/index.js";
import { checkProgram } from "./check-program.js";

const MEASURES = `deals: { title: Won deals, count: deal.won, by: product }
net: { title: Net seats, sum: quantity, of: seats, by: product, net-of: deal.refunded }
steady: { title: Steady quarters, active: quarters, of-last: 4, with: { count: deal.won }, at-least: 1 }`;
const findings = (requires: string, more: string) =>
  checkProgram(programOf(documentWith({ measures: MEASURES, requires, more }))).map(
    ({ code, path, message }) => `${code} ${path}: ${message}`,
  );
const REACHABLE = /UNREACHABLE|NO_EXAMPLE|NOT_SHOWN/;

const NESTED = (cap: number) => `scores:
  overall: { terms: [{ score: skill, points: 1, each: 2 }, { any: [{ measure: deals, points: 1, cap: 5 }, { measure: steady, points: 2 }] }] }
  skill: { cap: ${cap}, terms: [{ measure: deals, points: 10 }] }`;

test("more than the scores and the alternatives of a score can give is found, and not a point less", () => {
  // Half of the cap, and 4 quarters at 2 points each.
  expect(findings("{ score: overall, at-least: 28.5 }", NESTED(40)).join("\n")).toContain(
    "Overall gives at most 28 points, and at least 28.5 points are asked",
  );
  for (const total of ["at-least: 28", "at-least: 20"])
    expect(findings(`{ score: overall, ${total} }`, NESTED(40)).filter((text) => REACHABLE.test(text))).toEqual([]);
});

test("the largest factor says what weights can give; what may be below zero in a group has no end", () => {
  const weighed = (measure: string) => `weights: { w: { by: product, factors: { A: 2, otherwise: 0.5 } } }
scores: { s: { terms: [{ measure: ${measure}, points: 1, weight: w }] } }`;
  const capped = (measure: string, total: number) =>
    findings(
      `{ all: [{ measure: ${measure}, at-most: 5 }, { score: s, at-least: ${total} }] }`,
      weighed(measure),
    ).filter((text) => text.includes("UNREACHABLE"));
  expect(capped("deals", 11).join()).toContain("gives at most 10 points");
  expect(capped("deals", 10)).toEqual([]);
  expect(capped("net", 11)).toEqual([]);
});

test("scores, terms and weights that nothing uses are found, and those that a cited score uses are not", () => {
  const more = `weights: { used: { by: market, factors: { otherwise: 1 } }, idle: { by: market, factors: { otherwise: 1 } } }
terms: { used: { measure: deals, points: 1, weight: used }, idle: { measure: steady, points: 1 } }
scores:
  outer: { terms: [{ any: [{ score: inner, points: 1 }, { measure: net, points: 1 }] }] }
  inner: { terms: [{ term: used }] }
  idle: { terms: [{ measure: deals, points: 1 }] }`;
  const unused = findings("{ score: outer, at-least: 1 }", more).filter((text) => text.startsWith("UNUSED"));
  expect(unused.map((text) => text.split(":")[0])).toEqual([
    "UNUSED_SCORE scores.idle",
    "UNUSED_TERM terms.idle",
    "UNUSED_WEIGHT weights.idle",
  ]);
});
