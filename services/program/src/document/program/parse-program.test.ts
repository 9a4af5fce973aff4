import { expect, test } from "vitest";
import { rational } from "../../exact/index.js";
import { documentWith, programOf } from "../../fixtures/index.js";
import { parseProgram } from "./parse-program.js";

test("a version is the text that was written, not the number that it looks like", () => {
  expect(programOf(documentWith().replace("version: 1", "version: 2026.10")).version).toBe("2026.10");
});

test("tiers are ordered by rank, no matter in which order they are written in", () => {
  const program = programOf(
    documentWith({ more: "  silver: { rank: 7, why: W., requires: { measure: revenue, at-least: 1 } }" }),
  );
  expect(program.tiers.map(({ name }) => name)).toEqual(["registered", "gold", "silver"]);
});

test("JSON is read as well", () => {
  const json = {
    program: "json",
    version: "1",
    currency: "EUR",
    measures: { deals: { count: "deal.won", window: "lifetime" } },
    tiers: {
      start: { rank: 0, why: "Start." },
      more: { rank: 1, why: "More.", requires: { measure: "deals", "at-least": "12" }, benefits: [] },
    },
  };
  expect(programOf(JSON.stringify(json)).tiers[1]?.requires).toMatchObject({ measure: "deals", target: rational(12) });
});

test("all problems of a document are reported at once, in its order, each with its place", () => {
  const source = `program: Sample
version: 1
currency: usd
trakcs: {}
measures:
  revenue: { sum: amount, of: deal.wan, window: { rolling: 90 weeks } }
  rate: { ratio: [revenue, churn] }
  odd: { total: amount }
tiers:
  start: { rank: 0, why: W. }
  gold:
    rank: first
    requires:
      all:
        - { measure: revenu, at-least: 75000 }
        - { measure: revenue, at-least: 80% }
        - { measure: revenue }
    benefits: [lounge]
rebates:
  r: { of: deal.won, rate: { glod: 120% }, why: W. }
`;
  expect(problemsOf(source)).toEqual([
    "1:10 INVALID_VALUE program: a name has small letters, digits and single hyphens, at most 64 in all, such as `win-rate`",
    "3:11 INVALID_VALUE currency: expected a currency by its three letters, such as USD",
    "4:1 UNKNOWN_KEY trakcs: unknown key `trakcs`; did you mean `tracks`?",
    "6:31 UNKNOWN_NAME measures.revenue.of: unknown kind of fact `deal.wan`; did you mean `deal.won`?",
    "6:60 INVALID_VALUE measures.revenue.window.rolling: expected a length of time such as `90 days` or `12 months`, at most a hundred years",
    "7:28 UNKNOWN_NAME measures.rate.ratio[1]: unknown measure `churn`; expected one of `revenue`, `rate`, `odd`",
    "8:17 WRONG_SHAPE measures.odd.total: expected measures to add up, found `amount`",
    "11:3 MISSING_KEY tiers.gold.why: `why` is missing",
    "11:3 TIER_LADDER tiers.gold: `start` has rank 0 already",
    "12:11 INVALID_VALUE tiers.gold.rank: expected a whole number from 0 to 1000, found `first`",
    "15:22 UNKNOWN_NAME tiers.gold.requires.all[0].measure: unknown measure `revenu`; did you mean `revenue`?",
    "16:41 INVALID_VALUE tiers.gold.requires.all[1].at-least: expected an amount in usd such as 75000: what it bounds is not in percent",
    "17:11 MISSING_KEY tiers.gold.requires.all[2].at-least: `at-least` is missing",
    "18:16 UNKNOWN_NAME tiers.gold.benefits[0]: unknown benefit `lounge`",
    "20:30 UNKNOWN_NAME rebates.r.rate.glod: unknown tier `glod`; did you mean `gold`?",
    "20:36 INVALID_VALUE rebates.r.rate.glod: a share of at most 100% is expected",
  ]);
});

test("what is missing is said once, not again for everything that it lacks", () => {
  expect(problemsOf("")).toEqual([
    "1:1 MISSING_KEY currency: `currency` is missing",
    "1:1 MISSING_KEY program: `program` is missing",
    "1:1 MISSING_KEY version: `version` is missing",
    "1:1 MISSING_KEY tiers: `tiers` is missing",
  ]);
  expect(problemsOf("just a text")).toEqual(["1:1 WRONG_SHAPE : expected a program document, found `just a text`"]);
});

test.each([
  [
    "two tiers of one rank",
    "  silver: { rank: 1, why: W., requires: { measure: revenue, at-least: 1 } }",
    "`gold` has rank 1 already",
  ],
  [
    "a higher tier that asks nothing",
    "  silver: { rank: 2, why: W. }",
    "only the lowest tier, `registered`, asks nothing",
  ],
  ["a tier written twice", "  gold: { rank: 3, why: W. }", "`gold` is here a second time"],
])("%s is refused", (_, more, message) => {
  expect(problemsOf(documentWith({ more })).join()).toContain(message);
});

test("the lowest tier asks nothing", () => {
  const source = documentWith().replace("rank: 0", "rank: 2");
  const [first, second, ...rest] = problemsOf(source);
  expect(first).toContain("only the lowest tier, `gold`, asks nothing");
  expect(second).toContain("`gold` is the lowest tier, and everyone starts there: it asks nothing");
  expect(rest).toEqual([]);
});

test("a program has at least one tier", () => {
  expect(problemsOf("program: p\nversion: 1\ncurrency: USD\ntiers: {}\n")).toEqual([
    "4:1 TIER_LADDER tiers: expected at least one tier",
  ]);
});

const RATE = "deals: { count: deal.won }\nrevenue: { sum: amount, of: deal.won }\nrate: { ratio: [deals, deals] }";

test.each([
  ["{ measure: rate, at-least: 80 }", "a share above 1 needs a percent sign"],
  ["{ measure: rate, at-least: -1% }", "a share is not below zero"],
  ["{ measure: deals, at-least: 40% }", "what it bounds is not in percent"],
  ["{ measure: deals, at-least: 1.5 }", "expected a whole number"],
  ["{ measure: deals, at-least: -1 }", "a bound is not below zero"],
  ["{ measure: revenue, at-least: 0.001 }", "expected at most 2 decimals"],
  ["{ measure: revenue, at-least: '75,000' }", "found `75,000`"],
  ["{ measure: revenue, at-least: 1, more-than: 2 }", "found both"],
  ["{ measure: revenue, at-least: 1, tracks: [resellers] }", "unknown track `resellers`; did you mean `reseller`?"],
  ["{ at-least: 3, of: [{ measure: deals, at-least: 1 }] }", "expected a whole number from 1 to 1"],
  ["{ all: [] }", "found an empty list"],
  ["{ all: [{ measure: deals, at-least: 1 }], any: [] }", "unknown key `any`"],
  ["[{ measure: deals, at-least: 1 }]", "expected a requirement, found a list"],
])("the requirement %s is refused", (requires, message) => {
  expect(problemsOf(documentWith({ measures: RATE, requires })).join()).toContain(message);
});

test("a share is read from a percentage or from a fraction", () => {
  const targets = ["80%", "0.8", "150%", "37.5%"].map((target) => {
    const program = programOf(documentWith({ measures: RATE, requires: `{ measure: rate, at-least: ${target} }` }));
    const requires = program.tiers[1]?.requires;
    return requires?.kind === "threshold" ? requires.target : null;
  });
  expect(targets).toEqual([rational(4, 5), rational(4, 5), rational(3, 2), rational(3, 8)]);
});

function problemsOf(source: string): string[] {
  const parsed = parseProgram(source);
  const problems = parsed.kind === "ProgramRefused" ? parsed.problems : [];
  return problems.map(({ line, column, code, path, message }) => `${line}:${column} ${code} ${path}: ${message}`);
}
