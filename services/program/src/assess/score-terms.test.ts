import { expect, test } from "vitest";
import { differenceInWords, differencesBetween } from "../document/program/index.js";
import { parseExact, ZERO } from "../exact/index.js";
import { workedExamples } from "../examples/index.js";
import { documentWith, evidenceOf, problemsOf, programOf, valuesOf } from "../fixtures/index.js";
import { cheapestPaths, stepInWords } from "../path-to-tier/index.js";
import { termInWords } from "../place/index.js";
import { assessTier } from "./assess-tier.js";
import type { AssessedScore } from "./assessed.js";

const MEASURES = `deals: { title: Won deals, count: deal.won }
people: { title: Certified people, distinct: person, of: certification }
sales: { title: Sales, sum: amount, of: deal.won, by: solution }`;
const MARKETS =
  "markets: { growth: { factor: 50%, countries: [IN], why: W. }, home: { factor: 1, countries: [US], why: W. } }";

const programWith = (requires: string, more: string) =>
  programOf(documentWith({ head: MARKETS, measures: MEASURES, requires, more }));

interface Given {
  readonly deals?: string;
  readonly people?: string;
  readonly sales?: string;
  readonly bySolution?: Readonly<Record<string, string>>;
  readonly country?: string;
}
function scoreOf(requires: string, more: string, { bySolution = {}, country, ...values }: Given): AssessedScore {
  const program = programWith(requires, more);
  const [gold] = program.tiers.slice(1);
  const measures = valuesOf({ deals: "0", people: "0", sales: "0", ...values });
  const groups = new Map(Object.entries(bySolution).map(([name, text]) => [name, parseExact(text) ?? ZERO]));
  const sales = measures.get("sales");
  if (sales !== undefined) measures.set("sales", { ...sales, groups });
  const partner = { tracks: [], country: country ?? null };
  const node = gold && assessTier(gold, evidenceOf(program, measures, { partner })).requirement;
  if (node?.kind !== "score") throw new Error("No score");
  return node;
}
const termsIn = (score: AssessedScore) => score.children.flatMap((term) => (term.kind === "term" ? [term] : []));

const OVERALL = `scores:
  overall: { terms: [{ score: capability, points: 1, each: 10, cap: 6, floor: 2 }, { score: best, points: 0.5 }] }
  capability: { cap: 50, terms: [{ measure: deals, points: 10, floor: 30 }] }
  best: { best-of: [selling, teaching] }
  selling: { terms: [{ measure: deals, points: 2 }] }
  teaching: { terms: [{ measure: people, points: 4 }] }`;

test("a score counts the totals of others, each after its own cap, and asks their floors of nobody", () => {
  const score = scoreOf("{ score: overall, at-least: 9 }", OVERALL, { deals: "2", people: "3" });
  // Capability is 20, which gives 2; teaching is 12, of which half counts.
  expect(score).toMatchObject({ actual: "8", isMet: false });
  expect(termsIn(score)).toMatchObject([
    { points: "2", measure: null, actual: "20", score: { score: "capability" }, isMet: true },
    { points: "6", actual: "12", score: { score: "teaching", others: [{ title: "Selling", total: "4" }] } },
  ]);
  expect(scoreOf("{ score: overall, at-least: 9 }", OVERALL, { deals: "90" }).actual).toBe("95");
});

test("what a score of scores lacks is a step on a measure of one of them", () => {
  const program = programWith("{ score: overall, at-least: 9 }", OVERALL);
  const score = scoreOf("{ score: overall, at-least: 9 }", OVERALL, { deals: "2", people: "3" });
  const [way] = cheapestPaths(program, score);
  expect(way?.steps.map((step) => stepInWords(program, step))).toEqual(["1 more of Certified people"]);
});

test("scores that would be counted in themselves are refused, with the circle", () => {
  const circle = `terms: { shared: { score: a, points: 1 } }
scores:
  a: { terms: [{ score: b, points: 1 }] }
  b: { best-of: [c, d] }
  c: { terms: [{ term: shared }] }
  d: { terms: [{ measure: deals, points: 1 }] }`;
  expect(problemsOf(documentWith({ measures: MEASURES, more: circle }))).toContain(
    "`a` would be counted in itself: a → b → c → terms.shared → a",
  );
});

test("few scores that count one another may not come to millions of terms, nor stand too deep in one another", () => {
  const twice = (i: number) => `  s${i}: { terms: [${`{ score: s${i + 1}, points: 1 }, `.repeat(9)}] }`;
  const wide = `scores:\n${[1, 2, 3, 4].map(twice).join("\n")}\n  s5: { terms: [{ measure: deals, points: 1 }] }`;
  expect(problemsOf(documentWith({ measures: MEASURES, more: wide }))).toContain("comes to more than 200 terms");
  const once = (i: number) => `  s${i}: { terms: [{ score: s${i + 1}, points: 1 }] }`;
  const numbers = Array.from({ length: 30 }, (_, i) => i);
  for (const order of [numbers, [...numbers].reverse()]) {
    const deep = `scores:\n${order.map(once).join("\n")}\n  s30: { terms: [{ measure: deals, points: 1 }] }`;
    expect(problemsOf(documentWith({ measures: MEASURES, more: deep }))).toContain("at most 8 deep");
  }
});

const CHOICE = `scores:
  s: { terms: [{ any: [{ measure: deals, points: 3 }, { measure: sales, points: 1, each: 500, cap: 40 }], cap: 15, title: Growth }] }`;

test("of alternatives with rates of their own the one that gives most counts, and the other says what it would have given", () => {
  const score = scoreOf("{ score: s, at-least: 10 }", CHOICE, { deals: "2", sales: "4500" });
  expect(score.actual).toBe("9");
  const [term] = termsIn(score);
  expect(term).toMatchObject({ measure: "sales", actual: "4500", points: "9", isChoice: true });
  expect(term?.children).toMatchObject([
    { title: "Won deals", points: "6", isBeaten: true },
    { title: "Sales", points: "9" },
  ]);
  const program = programWith("{ score: s, at-least: 10 }", CHOICE);
  expect(term && termInWords(term, program)).toBe("Sales, the best of 2 alternatives, gives 9 points");
  const [beaten] = (term?.children ?? []).flatMap((part) => (part.kind === "term" ? [part] : []));
  expect(beaten && termInWords(beaten, program)).toBe("2 would give 6 points, and another alternative gives more");
  expect(scoreOf("{ score: s, at-least: 10 }", CHOICE, { deals: "9" }).actual).toBe("15");
});

const WEIGHTS = `weights:
  market-solution:
    by: [market, solution]
    factors: { growth: { azure: 200%, otherwise: 1.5 }, otherwise: { azure: 120%, office: 0 } }
scores: { s: { terms: [{ measure: sales, points: 2, each: 1000, weight: market-solution }] } }`;

test.each([
  // 1,000 × 200%, 500 × 150%; 200 without a solution × 150%.
  ["IN", { azure: "1000", office: "500" }, "1700", "3050", "6.1"],
  // 1,000 × 120%, 500 × 0; what the table does not name counts as it is.
  ["US", { azure: "1000", office: "500" }, "1700", "1400", "2.8"],
  ["US", { azure: "1000", other: "300" }, "1300", "1500", "3"],
  // Given as one number, without groups.
  ["IN", {}, "1000", "1500", "3"],
])(
  "in %s sales of %j, %s in all, are weighted %s and give %s points",
  (country, bySolution, sales, weighted, points) => {
    const score = scoreOf("{ score: s, at-least: 10 }", WEIGHTS, { country, bySolution, sales });
    expect(termsIn(score)).toMatchObject([{ actual: sales, weighted: { value: weighted }, points }]);
  },
);

test("a way up is where the factor is largest, and an example and the table say what weighs how much", () => {
  const program = programWith("{ score: s, at-least: 10 }", WEIGHTS);
  const given: Given = { country: "IN", bySolution: { azure: "1000" }, sales: "1000" };
  const [way] = cheapestPaths(program, scoreOf("{ score: s, at-least: 10 }", WEIGHTS, given));
  expect(way?.steps.map((step) => stepInWords(program, step))).toEqual(["1,500.00 USD more of Sales for azure"]);
  const document = workedExamples(program);
  expect(document).toContain("| Growth and azure | 200% |");
  expect(document).toContain("2 for each 1,000.00 USD, weighted by market-solution");
});

test.each([
  ["by: [market, solution, product]", "by one or two things"],
  ["by: [solution, product]", "one attribute of facts at most"],
  ["by: track", "a partner may be on several tracks"],
  ["by: market, factors: { groth: 1 }", "did you mean `growth`?"],
  ["by: market, factors: { growth: -1 }", "a factor is not below zero"],
  ["by: market, factors: {}", "expected factors by market, found none"],
  ["by: [market, solution], factors: { growth: 1 }", "expected factors by solution, found `1`"],
])("a table of weights with %s is refused", (table, message) => {
  const factors = table.includes("factors") ? "" : ", factors: { growth: 1 }";
  const more = `weights: { w: { ${table}${factors} } }`;
  expect(problemsOf(documentWith({ head: MARKETS, measures: MEASURES, more }))).toContain(message);
});

test.each([
  ["{ measure: deals, points: 1, weight: w }", "`deals` is one number: `w` has factors by solution"],
  ["{ measure: people, points: 1, weight: w }", "`people` is a distinct"],
  ["{ score: b, points: 1, weight: w }", "the total of a score is not grouped by solution"],
  ["{ measure: capped, points: 1, weight: w }", "`capped` has a cap a customer"],
])("weights by solution do not fit %s", (term, message) => {
  const measures = `${MEASURES}\ncapped: { sum: amount, of: deal.won, by: solution, cap-per-customer: 40% }`;
  const more = `weights: { w: { by: solution, factors: { azure: 2 } } }
scores: { a: { terms: [${term}] }, b: { terms: [{ measure: deals, points: 1 }] } }`;
  expect(problemsOf(documentWith({ measures, more }))).toContain(message);
});

const SHARED = (points: number) => `terms: { winning: { measure: deals, points: ${points}, cap: 30, why: It counts. } }
scores:
  large: { terms: [{ term: winning }, { measure: people, points: 2 }] }
  small: { terms: [{ term: winning }] }`;
const BOTH = "{ any: [{ score: large, at-least: 20 }, { score: small, at-least: 10 }] }";

test("a term that several scores share is written once, and a change of it is one difference", () => {
  const [before, after] = [programWith(BOTH, SHARED(3)), programWith(BOTH, SHARED(4))];
  const [large, small] = before.scores;
  expect(large).toMatchObject({
    terms: [{ path: "scores.large.terms[0]", term: "winning", cap: parseExact("30") }, {}],
  });
  expect(small).toMatchObject({ terms: [{ path: "scores.small.terms[0]", term: "winning", why: "It counts." }] });
  expect(differencesBetween(before, after).map(differenceInWords)).toEqual(["term winning points 3 → points 4"]);
});
