import { expect, test } from "vitest";
import { ONE, rational } from "../../exact/index.js";
import { documentWith, problemsOf, programOf } from "../../fixtures/index.js";
import { EVERYONE, type Requirement } from "./requirement.js";

const MEASURES = `revenue: { sum: amount, of: deal.won }
deals: { count: deal.won, title: Won deals }
people: { distinct: person, of: certification }
growth: { change: revenue, over: 12 months, as: share }`;

test("a score written in place has its total inside, and each term its address", () => {
  const requires = "{ score: { total: 70, cap: 100, terms: [{ measure: deals, points: 3 }] }, keeps-at: 80% }";
  expect(requiredIn(requires)).toEqual({
    kind: "score",
    path: "tiers.gold.requires",
    audience: EVERYONE,
    why: null,
    bound: "at-least",
    total: rational(70),
    isScaledByMarket: false,
    keepsAt: { kind: "share", value: rational(4, 5) },
    score: {
      kind: "sheet",
      name: null,
      title: "Score",
      cap: rational(100),
      terms: [
        {
          kind: "measure",
          path: "tiers.gold.requires.score.terms[0]",
          title: "Won deals",
          measures: ["deals"],
          points: rational(3),
          each: ONE,
          isWhole: false,
          weight: null,
          cap: null,
          floor: null,
          gate: null,
          audience: EVERYONE,
          why: null,
        },
      ],
    },
  });
});

test("points for so many people are an exact fraction each, and points of a share are for so many percent", () => {
  const requires = `{ score: { more-than: 10, terms: [{ measure: [people, deals], points: 15/7, each: 7 },
      { measure: growth, points: -1.5, each: 1%, gate: { measure: deals, at-least: 2 } }] } }`;
  const score = requiredIn(requires);
  expect(score).toMatchObject({
    bound: "more-than",
    score: {
      terms: [
        { measures: ["people", "deals"], points: rational(15, 7), each: rational(7) },
        { points: rational(-3, 2), each: rational(1, 100), gate: { path: "tiers.gold.requires.score.terms[1].gate" } },
      ],
    },
  });
});

test("a score of the section is cited by name, and is the same one everywhere", () => {
  const more = `scores:
  best: { best-of: [a, b] }
  a: { terms: [{ measure: deals, points: 1 }] }
  b: { terms: [{ measure: people, points: 2 }] }`;
  const requires = "all: [{ score: best, at-least: 3 }, { score: a, more-than: 1, scale-by: market }]";
  const program = programOf(documentWith({ measures: MEASURES, requires, more }));
  const [best, a] = program.scores;
  const required = program.tiers[1]?.requires;
  if (required?.kind !== "all" || best?.kind !== "best-of") throw new Error("Read otherwise");
  expect(best.of[0]).toBe(a);
  expect(required.of[0]).toMatchObject({ score: best, total: rational(3) });
  expect(required.of[1]).toMatchObject({ score: { name: "a" }, bound: "more-than", isScaledByMarket: true });
  expect(a).toMatchObject({ terms: [{ path: "scores.a.terms[0]" }] });
});

const TERM = "terms: [{ measure: deals, points: 1 }]";

test.each([
  [`{ score: { ${TERM} } }`, "`total` is missing"],
  [`{ score: { total: 1, more-than: 2, ${TERM} } }`, "found both `total` and `more-than`"],
  [`{ score: { total: 1, ${TERM} }, at-least: 1 }`, "unknown key `at-least`"],
  ["{ score: { total: 1 } }", "`terms` is missing"],
  ["{ score: { total: 1, terms: [] } }", "found an empty list"],
  [`{ score: { total: 1, best-of: [a, b], ${TERM} } }`, "unknown key `terms`"],
  ["{ score: { total: 1, best-of: [a] } }", "the best is one of two scores or more"],
  [
    "{ score: { total: 1, best-of: [a, best] } }",
    "`best` is the best of several scores itself: `best-of` takes scores of terms",
  ],
  ["{ score: nothing, at-least: 1 }", "unknown score `nothing`"],
  ["{ score: a }", "`at-least` is missing"],
  ["{ score: a, at-least: 70% }", "what it bounds is not in percent"],
  ["{ score: a, at-least: 70, keeps-at: 80 }", "keeping a tier may not ask more than reaching it"],
  ["{ score: a, at-least: 70, keeps-at: 0.8 }", "80% rather than 0.8"],
  ["{ score: a, at-least: 70, scale-by: region }", "unknown word `region`"],
])("the requirement %s is refused", (requires, message) => {
  const more = `scores: { best: { best-of: [a, b] }, a: { ${TERM} }, b: { ${TERM} } }`;
  expect(problemsOf(documentWith({ measures: MEASURES, requires, more }))).toContain(message);
});

test.each([
  ["{ measure: deal, points: 1 }", "did you mean `deals`?"],
  ["{ measure: deals }", "`points` is missing"],
  ["{ measure: deals, points: many }", "found `many`"],
  ["{ measure: deals, points: 1, each: 0 }", "expected a number above zero"],
  ["{ measure: deals, points: 1, each: 10% }", "found a percentage"],
  ["{ measure: growth, points: 1, each: 5 }", "a share above 1 needs a percent sign"],
  ["{ measure: [deals, revenue], points: 1 }", "measures of one unit, not count and money"],
  ["{ measure: [deals, deals], points: 1 }", "a second time"],
  ["{ measure: deals, points: 1, cap: 5, floor: 6 }", "the floor is above the cap"],
  ["{ measure: deals, points: 1, whole: 1 }", "unknown word `1`"],
  ["{ measure: deals, points: 1, tracks: [resellers] }", "did you mean `reseller`?"],
  ["{ measure: deals, points: 1, each: 1, weight: markets }", "unknown table of weights `markets`"],
  ["{ change: revenue, points: 1 }", "a term has no `change`"],
  ["{ points: 1 }", "expected one of `measure`, `score`, `any` or `term`"],
  ["{ score: b, points: 1 }", "unknown score `b`"],
  ["{ term: b }", "unknown term `b`"],
  ["{ term: b, cap: 5 }", "unknown key `cap`"],
  ["{ any: [{ measure: deals, points: 1 }] }", "a choice is of two alternatives or more"],
  ["{ any: [{ measure: deals, points: 1, floor: 1 }, { measure: people, points: 1 }] }", "unknown key `floor`"],
  ["{ any: [{ measure: deals, points: 1 }, { any: [] }] }", "unknown key `any`"],
  ["{ any: [{ measure: deals, points: 1 }, { measure: people, points: 1 }], points: 2 }", "unknown key `points`"],
  ["{ measure: deals, points: 1, gate: { score: a, at-least: 1 } }", "a gate asks for no score of its own"],
])("the term %s is refused", (term, message) => {
  const more = `scores: { a: { terms: [${term}] } }`;
  expect(problemsOf(documentWith({ measures: MEASURES, more }))).toContain(message);
  const requires = `{ score: { total: 1, terms: [${term}] } }`;
  expect(problemsOf(documentWith({ measures: MEASURES, requires }))).toContain(message);
});

test("a score that repeats is refused, and one that best-of names in the section must have terms", () => {
  const more = `scores: { a: { best-of: [b, c] }, b: { best-of: [a, c] }, c: { ${TERM} } }`;
  expect(problemsOf(documentWith({ measures: MEASURES, more }))).toContain("`a` would be counted in itself: a → b → a");
});

test.each([
  ["a: { change: s, over: 12 months }", "{ measure: a, at-least: 1 }", "approvals, tiers and tracks of an earlier day"],
  ["a: { total: [deals, s] }", "{ measure: a, at-least: 1 }", "its total counts in another score, as the term"],
  ["a: { count: deal.won }", "{ measure: s, at-least: 1 }", "`s` is a score: write `{ score: s, at-least: … }`"],
  ["a: { count: deal.won }", "{ score: t, at-least: 1 }", "`s` is a score: write `score: s`"],
])("a score where a measure is meant is named as one: %s, %s", (measure, requires, message) => {
  const more = "scores: { s: { terms: [{ measure: deals, points: 1 }] }, t: { terms: [{ measure: s, points: 1 }] } }";
  const problems = problemsOf(documentWith({ measures: `${MEASURES}\n${measure}`, requires, more }));
  expect(problems).toContain(message);
  expect(problems).not.toContain("unknown");
});

function requiredIn(requires: string): Requirement | null | undefined {
  return programOf(documentWith({ measures: MEASURES, requires })).tiers[1]?.requires;
}

test("a score written in place is bounded as a named one is, with the scores in it", () => {
  const terms = (count: number, term: string) => Array.from({ length: count }, () => term).join(", ");
  const more = `scores: { s: { terms: [${terms(30, "{ measure: deals, points: 1 }")}] } }`;
  const requires = `{ score: { total: 1, terms: [${terms(10, "{ score: s, points: 1 }")}] } }`;
  expect(problemsOf(documentWith({ measures: MEASURES, requires, more }))).toContain("comes to more than 200 terms");
});
