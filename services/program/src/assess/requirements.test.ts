import { expect, test } from "vitest";
import { knownCalendarDate as day, ONE, parseExact, rational } from "../exact/index.js";
import { documentWith, evidenceOf, programOf, valuesOf } from "../fixtures/index.js";
import type { MeasureValue } from "../measure/index.js";
import { assessTier, keepsTier } from "./assess-tier.js";
import { classified, classify } from "./classify.js";

const MEASURES = `deals: { count: deal.won, by: product }
people: { distinct: person, of: certification, by: product }
size: { median: amount, of: deal.won, by: product }
rate: { ratio: [{ count: deal.won }, { count: deal.lost }] }`;
const HEAD = `tracks: { reseller: {}, integrator: {} }
markets: { growth: { factor: 50%, regions: [LATAM], countries: [IN], why: Half. } }
approvals: { invited: { why: Chosen. } }`;

type Groups = Readonly<Record<string, string>>;
const programWith = (requires: string, more = "") =>
  programOf(documentWith({ head: HEAD, measures: MEASURES, requires, more }));

function evidence(
  program: ReturnType<typeof programWith>,
  values: Record<string, string | Groups>,
  given: Parameters<typeof evidenceOf>[2] = {},
) {
  const measures = new Map<string, MeasureValue>();
  for (const [name, blank] of valuesOf({ deals: "0", people: "0", size: null, rate: null })) {
    const value = values[name];
    const groups =
      typeof value === "object"
        ? new Map(Object.entries(value).map(([group, text]) => [group, parseExact(text) ?? ONE]))
        : null;
    measures.set(name, typeof value === "string" ? { ...blank, value: parseExact(value) } : { ...blank, groups });
  }
  return evidenceOf(program, measures, given);
}

function assess(
  requires: string,
  values: Record<string, string | Groups>,
  given: Parameters<typeof evidenceOf>[2] = {},
) {
  const program = programWith(requires);
  const gold = program.tiers[1];
  if (gold === undefined) throw new Error("No gold");
  return assessTier(gold, evidence(program, values, given));
}

const COVERAGE =
  "{ for-each: product, where: { measure: deals, at-least: 5 }, requires: { measure: people, at-least: 1 } }";

test("each product that is sold often enough needs somebody certified for it", () => {
  expect(assess(COVERAGE, { deals: { A: "5", B: "4" }, people: { A: "1" } }).isMet).toBe(true);
  expect(assess(COVERAGE, { deals: { A: "5", B: "5" }, people: { A: "1" } })).toMatchObject({
    isMet: false,
    requirement: {
      needed: 2,
      metCount: 1,
      children: [
        { group: "A", isMet: true },
        { group: "B", isMet: false, gap: "1" },
      ],
    },
  });
});

test("where no product is sold often enough there is nothing to cover", () => {
  expect(assess(COVERAGE, { deals: { A: "4" } })).toMatchObject({
    isMet: true,
    requirement: { needed: 0, fraction: "1" },
  });
});

test("two products at a level are enough where two are asked, and the best one where none is said", () => {
  const two = "{ across: product, at-least: 2, requires: { measure: deals, at-least: 10 } }";
  expect(assess(two, { deals: { A: "10", B: "9", C: "10" } }).isMet).toBe(true);
  expect(assess(two, { deals: { A: "10", B: "9" } })).toMatchObject({
    isMet: false,
    requirement: { needed: 2, metCount: 1, fraction: "0.95" },
  });
  const best = "{ across: product, requires: { measure: deals, at-least: 10 } }";
  expect(assess(best, { deals: { A: "1", B: "10" } }).isMet).toBe(true);
  expect(assess(best, { deals: "99" }).isMet).toBe(false);
});

test("inside a product what adds up is zero where there is nothing, and a median has no value", () => {
  const requires =
    "{ across: product, requires: { all: [{ measure: deals, at-least: 1 }, { measure: people, at-most: 0 }] } }";
  expect(assess(requires, { deals: { A: "1" } }).isMet).toBe(true);
  const median =
    "{ across: product, requires: { all: [{ measure: deals, at-least: 1 }, { measure: size, at-most: 5 }] } }";
  expect(assess(median, { deals: { A: "1" } }).isMet).toBe(false);
});

const TENURE = "{ tenure: registered, at-least: 12 months }";
test.each([
  ["2016-06-30", true, "1"],
  ["2016-07-01", false, "364/365"],
])("a tier held since %s is held for twelve months on 30 June 2017: %s", (since, isMet, fraction) => {
  const heldSince = new Map([["registered", day(since)]]);
  expect(assess(TENURE, {}, { heldSince })).toMatchObject({ isMet, requirement: { fraction, since } });
});
test("a tier that is not held has no tenure", () => {
  expect(assess(TENURE, {})).toMatchObject({ isMet: false, requirement: { since: null, fraction: "0" } });
});

test("an approval counts while it is there", () => {
  const requires = "{ approval: invited }";
  expect(assess(requires, {}, { approvals: new Set(["invited"]) }).isMet).toBe(true);
  expect(assess(requires, {}, { approvals: new Set(["other"]) })).toMatchObject({
    isMet: false,
    requirement: { title: "Invited" },
  });
});

test("who is asked is narrowed by every list that is not empty", () => {
  const requires =
    "all: [{ measure: deals, at-least: 0 }, { measure: people, at-least: 1, tracks: [reseller], regions: [EMEA, LATAM], markets: [growth] }]";
  const met = (partner: { tracks: string[]; region?: string; country?: string }) =>
    assess(requires, { deals: "0", people: "0" }, { partner }).isMet;
  expect(met({ tracks: ["reseller"], region: "LATAM" })).toBe(false);
  expect(met({ tracks: ["integrator"], region: "LATAM" })).toBe(true);
  expect(met({ tracks: ["reseller"], region: "EMEA" })).toBe(true);
  expect(met({ tracks: ["reseller"], region: "EMEA", country: "IN" })).toBe(false);
  expect(met({ tracks: ["reseller"] })).toBe(true);
});

test("a program that sorts partners into tracks takes the first rule that holds, and never the partner's word", () => {
  const head =
    "tracks: { large: { classified: { measure: deals, at-least: 5 } }, small: { classified: otherwise }, reseller: {} }";
  const program = programOf(
    documentWith({
      head,
      measures: "deals: { count: deal.won }",
      requires: "{ measure: deals, at-least: 1, tracks: [large] }",
    }),
  );
  const of = (deals: string) =>
    evidenceOf(program, valuesOf({ deals }), { partner: { tracks: ["large", "reseller"] } });
  expect([classify(of("5"))?.track, classify(of("4"))?.track]).toEqual(["large", "small"]);
  expect(classified(of("4"), classify(of("4"))).subject.tracks).toEqual(["reseller", "small"]);
});

const keeps = (requires: string, deals: string, keepsAt: string | null = null) => {
  const program = programWith(requires, keepsAt === null ? "" : `    ${keepsAt}`);
  const gold = program.tiers[1];
  if (gold === undefined) throw new Error("No gold");
  const judged = evidence(program, { deals });
  return keepsTier(gold, judged, assessTier(gold, judged).isMet);
};

test.each([
  ["{ measure: deals, at-least: 10 }", "keeps-at: 80%", "8", "7"],
  ["{ measure: deals, at-least: 10, keeps-at: 60% }", "keeps-at: 80%", "6", "5"],
  ["{ measure: deals, at-least: 10, keeps-at: 3 }", "keeps-at: 80%", "3", "2"],
  ["{ measure: deals, more-than: 10 }", "keeps-at: 50%", "6", "5"],
  ["{ measure: deals, at-most: 10 }", "keeps-at: 80%", "12", "13"],
  ["{ measure: deals, exactly: 10 }", "keeps-at: 80%", "10", "9"],
  ["{ measure: deals, at-least: 10 }", "keeps: { measure: deals, at-least: 2 }", "2", "1"],
  ["{ measure: deals, at-least: 10 }", null, "10", "9"],
])("what asks %s and says %s is kept with %s and not with %s", (requires, bar, enough, tooLittle) => {
  expect([keeps(requires, enough, bar), keeps(requires, tooLittle, bar)]).toEqual([true, false]);
});

test("a market's factor and a keeping share are multiplied", () => {
  const program = programWith("{ measure: deals, at-least: 100, scale-by: market }");
  const gold = program.tiers[1];
  if (gold === undefined) throw new Error("No gold");
  const judged = evidence(
    program,
    { deals: "40" },
    { partner: { tracks: [], country: "IN" }, keepsAt: rational(4, 5) },
  );
  expect(assessTier(gold, judged)).toMatchObject({
    isMet: true,
    requirement: { target: "40", market: { name: "growth", factor: "0.5" } },
  });
});
