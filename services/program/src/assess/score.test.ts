import { expect, test } from "vitest";
import { documentWith, evidenceOf, placeBy, programOf, valuesOf } from "../fixtures/index.js";
import { explainDecision } from "../place/index.js";
import { assessTier } from "./assess-tier.js";

const MEASURES =
  "deals: { count: deal.won }\npeople: { distinct: person, of: certification }\nrate: { ratio: [deals, deals] }";

function assess(score: string, values: Record<string, string | null>, tracks: string[] = []) {
  const program = programOf(documentWith({ measures: MEASURES, requires: `score: ${score}` }));
  const gold = program.tiers[1];
  if (gold === undefined) throw new Error("No gold");
  const measures = valuesOf({ deals: "0", people: "0", rate: null, ...values });
  return assessTier(gold, evidenceOf(program, measures, { partner: { tracks } }));
}
const total = (...given: Parameters<typeof assess>) => {
  const { requirement } = assess(...given);
  return requirement?.kind === "score" ? requirement.actual : null;
};

test("points are given in proportion, up to the term's cap", () => {
  const score = "{ total: 10, terms: [{ measure: deals, points: 3, each: 2, cap: 7 }] }";
  expect(["0", "1", "4", "5"].map((deals) => total(score, { deals }))).toEqual(["0", "1.5", "6", "7"]);
});

test("where only whole multiples count, what is left over gives nothing", () => {
  const score = "{ total: 10, terms: [{ measure: deals, points: 3, each: 2, whole: true }] }";
  expect(["1", "2", "3", "4"].map((deals) => total(score, { deals }))).toEqual(["0", "3", "3", "6"]);
});

test("the whole score has a cap of its own", () => {
  const score = "{ total: 10, cap: 12, terms: [{ measure: deals, points: 10 }, { measure: people, points: 10 }] }";
  expect(total(score, { deals: "1", people: "1" })).toBe("12");
});

test("a term below its floor keeps the score from being met, and what it gives is still counted", () => {
  const score = "{ total: 10, terms: [{ measure: deals, points: 10 }, { measure: people, points: 1, floor: 2 }] }";
  expect(assess(score, { deals: "1", people: "1" })).toMatchObject({
    isMet: false,
    requirement: { actual: "11", gap: "0", fraction: "0.75" },
  });
  expect(assess(score, { deals: "1", people: "2" })).toMatchObject({ isMet: true, requirement: { fraction: "1" } });
});

test("behind a closed gate a term gives nothing, however much there is", () => {
  const score = "{ total: 10, terms: [{ measure: deals, points: 10, gate: { measure: people, at-least: 2 } }] }";
  expect(total(score, { deals: "9", people: "1" })).toBe("0");
  expect(total(score, { deals: "9", people: "2" })).toBe("90");
});

test("of several measures of a term the largest counts, and one without a value is nothing", () => {
  const score =
    "{ total: 10, terms: [{ measure: [deals, people], points: 1 }, { measure: rate, points: 1, each: 1% }] }";
  expect(total(score, { deals: "3", people: "5" })).toBe("5");
  expect(total(score, { deals: "3", people: "5", rate: "0.5" })).toBe("55");
});

test("a term for other tracks is not part of the score", () => {
  const score =
    "{ total: 10, terms: [{ measure: deals, points: 1 }, { measure: people, points: 1, floor: 5, tracks: [reseller] }] }";
  expect(assess(score, { deals: "10", people: "1" }, ["integrator"])).toMatchObject({
    isMet: true,
    requirement: { actual: "10" },
  });
  expect(assess(score, { deals: "10", people: "1" }, ["reseller"])).toMatchObject({
    isMet: false,
    requirement: { actual: "11" },
  });
});

test("more than 70 points starts above 70, at least 70 with it", () => {
  const terms = "terms: [{ measure: deals, points: 0.5 }]";
  expect(assess(`{ total: 70, ${terms} }`, { deals: "140" }).isMet).toBe(true);
  expect(assess(`{ more-than: 70, ${terms} }`, { deals: "140" }).isMet).toBe(false);
  expect(assess(`{ more-than: 70, ${terms} }`, { deals: "141" }).isMet).toBe(true);
});

test("points below zero are taken off", () => {
  expect(
    total("{ total: 1, terms: [{ measure: deals, points: 3 }, { measure: people, points: -1.5 }] }", {
      deals: "2",
      people: "2",
    }),
  ).toBe("3");
});

test("the best of several says what the others come to, in the judgement and in words", () => {
  const program = programOf(
    documentWith({
      measures: MEASURES,
      requires: "{ score: best, at-least: 10 }",
      more: `scores:
  best: { best-of: [selling, teaching, both] }
  selling: { terms: [{ measure: deals, points: 2 }] }
  teaching: { title: Teaching, terms: [{ measure: people, points: 5 }] }
  both: { terms: [{ measure: deals, points: 1 }, { measure: people, points: 1 }] }`,
    }),
  );
  const record = placeBy(program, "2026-06-30", { deals: "3", people: "2", rate: null });
  const explained = explainDecision(program, record);
  expect(explained.tiers[1]?.requirement).toMatchObject({
    score: "teaching",
    actual: "10",
    others: [
      { score: "selling", title: "Selling", total: "6" },
      { score: "both", title: "Both", total: "5" },
    ],
  });
  expect(explained.summary).toContain(
    "Teaching of 10 points (Selling comes to 6 points and Both comes to 5 points) is at least 10 points",
  );
});
