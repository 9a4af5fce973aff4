import { expect, test } from "vitest";
import { compare, parseExact, ZERO } from "../exact/index.js";
import { documentWith, evidenceOf, programOf, randomOf, valuesOf } from "../fixtures/index.js";
import { assessTier } from "./assess-tier.js";
import type { TierAssessment } from "./assessed.js";

const MEASURES = `revenue: { title: Won revenue, sum: amount, of: deal.won }
deals: { count: deal.won }
customers: { distinct: customer, of: deal.won }
rate: { ratio: [deals, deals] }`;

/** Judges gold with these requirements. */
function assess(requires: string, values: Record<string, string | null>, tracks: string[] = []): TierAssessment {
  const program = programOf(documentWith({ measures: MEASURES, requires }));
  const gold = program.tiers[1];
  if (gold === undefined) throw new Error("No gold");
  const all = { revenue: "0", deals: "0", customers: "0", rate: null, ...values };
  return assessTier(gold, evidenceOf(program, valuesOf(all), { partner: { tracks } }));
}

const fractionOf = (assessment: TierAssessment) => assessment.requirement?.fraction;

test("the tier that asks nothing is met by everyone", () => {
  const program = programOf(documentWith());
  const [registered] = program.tiers;
  if (registered === undefined) throw new Error("No tier");
  expect(assessTier(registered, evidenceOf(program, new Map()))).toEqual({
    tier: "registered",
    isMet: true,
    requirement: null,
  });
});

test("a threshold says what is there, what is asked and what is missing", () => {
  expect(assess("{ measure: revenue, at-least: 100000, why: A year. }", { revenue: "75000.5" })).toEqual({
    tier: "gold",
    isMet: false,
    requirement: {
      kind: "threshold",
      path: "tiers.gold.requires",
      isMet: false,
      isAsked: true,
      needed: 1,
      metCount: 0,
      fraction: "0.750005",
      children: [],
      measure: "revenue",
      title: "Won revenue",
      unit: "money",
      bound: "at-least",
      target: "100000",
      actual: "75000.5",
      gap: "24999.5",
      why: "A year.",
      group: null,
      market: null,
    },
  });
});

test.each([
  ["at-least: 20", "19", false, "0.95", "1"],
  ["at-least: 20", "20", true, "1", "0"],
  ["more-than: 20", "20", false, "20/21", "1"],
  ["more-than: 20", "21", true, "1", "0"],
  ["at-least: 20", "-5", false, "0", "25"],
  ["at-least: 0", "0", true, "1", "0"],
  ["more-than: 0", "0", false, "0", "1"],
])("%s deals: %s is met: %s, with %s of the way and %s missing", (bound, deals, isMet, fraction, gap) => {
  const assessment = assess(`{ measure: deals, ${bound} }`, { deals });
  expect(assessment).toMatchObject({ isMet, requirement: { isMet, fraction, gap } });
});

test("more than an amount starts with the next cent, more than a share with any share above it", () => {
  expect(assess("{ measure: revenue, more-than: 100 }", { revenue: "100" }).requirement).toMatchObject({ gap: "0.01" });
  expect(assess("{ measure: rate, more-than: 40% }", { rate: "2/5" })).toMatchObject({
    isMet: false,
    requirement: { gap: "0.0001", fraction: "4000/4001" },
  });
  expect(assess("{ measure: rate, more-than: 40% }", { rate: "0.40001" })).toMatchObject({ isMet: true });
});

test("sixteen of twenty meets eighty percent, fifteen do not", () => {
  expect(assess("{ measure: rate, at-least: 80% }", { rate: "4/5" }).isMet).toBe(true);
  expect(assess("{ measure: rate, at-least: 80% }", { rate: "3/4" }).isMet).toBe(false);
});

test("a ratio without a value is never met, not even at least zero", () => {
  const requirement = { isMet: false, actual: null, fraction: "0", gap: "0.4" };
  expect(assess("{ measure: rate, at-least: 40% }", { rate: null })).toMatchObject({ isMet: false, requirement });
  expect(assess("{ measure: rate, at-least: 0 }", { rate: null }).isMet).toBe(false);
});

const [REVENUE, DEALS, CUSTOMERS] = ["revenue", "deals", "customers"].map(
  (name) => `{ measure: ${name}, at-least: 10 }`,
);

test("all are needed, and progress is their mean", () => {
  const requires = `all: [${REVENUE}, ${DEALS}]`;
  const assessment = assess(requires, { revenue: "12", deals: "5" });
  expect(assessment).toMatchObject({ isMet: false, requirement: { needed: 2, metCount: 1, fraction: "0.75" } });
  expect(assess(requires, { revenue: "10", deals: "10" })).toMatchObject({
    isMet: true,
    requirement: { fraction: "1" },
  });
});

test("any one is enough, and progress is the best", () => {
  const requires = `any: [${REVENUE}, ${DEALS}]`;
  expect(assess(requires, { revenue: "3", deals: "5" })).toMatchObject({
    isMet: false,
    requirement: { fraction: "0.5" },
  });
  expect(assess(requires, { revenue: "10" })).toMatchObject({ isMet: true, requirement: { needed: 1, metCount: 1 } });
});

test("two of three are enough, and progress is the mean of the best two", () => {
  const requires = `{ at-least: 2, of: [${REVENUE}, ${DEALS}, ${CUSTOMERS}] }`;
  const values = { revenue: "10", deals: "6", customers: "2" };
  expect(assess(requires, values)).toMatchObject({
    isMet: false,
    requirement: { needed: 2, metCount: 1, fraction: "0.8" },
  });
  expect(assess(requires, { ...values, customers: "10" })).toMatchObject({ isMet: true, requirement: { metCount: 2 } });
});

const RESELLERS = "{ measure: deals, at-least: 10, tracks: [reseller] }";

test("what is asked of other tracks only counts as met in all", () => {
  const requires = `all: [${REVENUE}, ${RESELLERS}]`;
  expect(assess(requires, { revenue: "10" }, ["integrator"])).toMatchObject({
    isMet: true,
    requirement: {
      needed: 1,
      metCount: 1,
      children: [{ isAsked: true }, { isAsked: false, isMet: true, metCount: 0 }],
    },
  });
  expect(assess(requires, { revenue: "10" }, ["reseller", "integrator"]).isMet).toBe(false);
});

test("what is asked of other tracks only is no way to fill a choice", () => {
  expect(assess(`any: [${REVENUE}, ${RESELLERS}]`, {}, ["integrator"])).toMatchObject({
    isMet: false,
    requirement: { fraction: "0" },
  });
  const two = `{ at-least: 2, of: [${REVENUE}, ${RESELLERS}] }`;
  expect(assess(two, { revenue: "10" }, ["integrator"])).toMatchObject({
    isMet: false,
    requirement: { fraction: "0.5" },
  });
});

test("a choice among what is asked of other tracks only is not asked either", () => {
  const requires = `all: [${REVENUE}, { any: [${RESELLERS}] }]`;
  expect(assess(requires, { revenue: "10" }, []).isMet).toBe(true);
});

test("nobody gets a tier that asks nothing of them because of their tracks", () => {
  for (const requires of [RESELLERS, `all: [${RESELLERS}]`, `any: [${RESELLERS}]`])
    expect(assess(requires, { deals: "99" }, ["integrator"])).toMatchObject({
      isMet: false,
      requirement: { isAsked: false, isMet: false, fraction: "0" },
    });
});

test("one more of anything never makes progress smaller, and progress is whole exactly when the tier is met", () => {
  const requires = `all:
  - { measure: revenue, more-than: 7 }
  - any: [${DEALS}, { measure: customers, more-than: 3 }]
  - { at-least: 2, of: [${REVENUE}, ${DEALS}, { measure: rate, at-least: 30% }] }`;
  for (let seed = 1; seed <= 200; seed++) {
    const random = randomOf(seed);
    const some = () => Math.floor(random() * 14);
    const values = { revenue: some(), deals: some(), customers: some() };
    const more = { ...values };
    const grown = (["revenue", "deals", "customers"] as const)[Math.floor(random() * 3)] ?? "deals";
    more[grown]++;
    const rate = seed % 3 === 0 ? null : `${some()}/14`;
    const [before, after] = [values, more].map((numbers) =>
      assess(requires, {
        revenue: String(numbers.revenue),
        deals: String(numbers.deals),
        customers: String(numbers.customers),
        rate,
      }),
    );
    const exact = (assessment?: TierAssessment) => parseExact(assessment?.requirement?.fraction ?? "") ?? ZERO;
    expect(compare(exact(after), exact(before)), `seed ${seed}`).toBeGreaterThanOrEqual(0);
    expect(fractionOf(before ?? assess(requires, {})) === "1", `seed ${seed}`).toBe(before?.isMet);
  }
});

test("a measure without a value is a mistake of the caller", () => {
  const program = programOf(documentWith());
  const gold = program.tiers[1];
  if (gold === undefined) throw new Error("No gold");
  expect(() => assessTier(gold, evidenceOf(program, new Map()))).toThrow("No value for measure revenue");
});
