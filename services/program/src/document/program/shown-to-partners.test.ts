import { expect, test } from "vitest";
import { checkProgram } from "../../check/index.js";
import { workedExamples } from "../../examples/index.js";
import { documentWith, placeBy, problemsOf, programOf } from "../../fixtures/index.js";
import { stepInWords } from "../../path-to-tier/index.js";
import { explainDecision } from "../../place/index.js";
import { differenceInWords, differencesBetween } from "./differences.js";
import { printProgram } from "./print-program.js";
import { shownToPartners } from "./shown-to-partners.js";

const MEASURES = `revenue: { title: Won revenue, sum: amount, of: deal.won }
payment-risk: { title: Payment risk, given: percent, seen-by: vendor }`;
const RULES = "rules: { careful: { measure: payment-risk, at-most: 12.5% } }";
const REQUIRES =
  "{ all: [{ measure: revenue, at-least: 1000, why: Reach. }, { measure: payment-risk, at-most: 20%, why: Customers are paid in time. }] }";
const documentOf = (requires = REQUIRES, more = RULES) => documentWith({ measures: MEASURES, requires, more });
const programWith = (requires?: string, more?: string) => programOf(documentOf(requires, more));
const KEPT = /payment-?.?risk|20%|0\.2\b|0\.35|35%|12\.5/i;

const explained = (requires: string, values: Record<string, string>) => {
  const program = programWith(requires, `scores: { standing: { terms: [{ measure: payment-risk, points: 100 }] } }`);
  const record = placeBy(program, "2026-06-30", values);
  return { program, record, seen: explainDecision(program, record, shownToPartners(program)) };
};

test("a partner reads that a condition is kept, whether it is met, and its reason: no name, value or bound", () => {
  const { seen } = explained(REQUIRES, { revenue: "2000", "payment-risk": "0.35" });
  expect(seen.summary).toBe(
    "Registered, because a condition that the vendor keeps to itself is not met, as Gold asks.",
  );
  expect(JSON.stringify([seen.tiers, seen.keeping, seen.next, [...seen.measures.keys()]])).not.toMatch(KEPT);
  expect(seen.next?.requirement).toMatchObject({
    fraction: "0.5",
    children: [{}, { kind: "withheld", isMet: false, why: "Customers are paid in time." }],
  });
  const met = explained(REQUIRES, { revenue: "2000", "payment-risk": "0.2" });
  expect(met.record.tier).toBe("gold");
  expect(met.seen.summary).toMatch(/ and a condition that the vendor keeps to itself is met\.$/);
});

test("the fraction says nothing of how near a kept condition is", () => {
  const fractions = ["0.21", "0.9"].map(
    (risk) => explained(REQUIRES, { revenue: "500", "payment-risk": risk }).seen.next?.requirement?.fraction,
  );
  expect(new Set(fractions).size).toBe(1);
});

test("a way up names a kept condition in one step, and still leads to the tier", () => {
  const { program, seen } = explained(
    "{ all: [{ measure: revenue, at-least: 1000 }, { measure: payment-risk, at-most: 20% }, { score: standing, at-least: 10 }] }",
    { revenue: "400", "payment-risk": "0.35" },
  );
  expect(seen.pathsUp().map(({ steps }) => steps.map((step) => stepInWords(program, step)))).toEqual([
    ["600.00 USD more of Won revenue", "meet a condition that the vendor keeps to itself"],
  ]);
});

test("a score or a coverage that counts a kept measure is kept whole, since the rest would give it away", () => {
  const requires = `{ all: [{ score: standing, at-least: 35 }, { for-each: product, where: { measure: payment-risk, at-least: 1% }, requires: { measure: revenue, at-least: 10 } }, { rule: careful }] }`;
  const program = programOf(
    documentOf(
      requires,
      `${RULES}\nscores: { standing: { terms: [{ measure: revenue, points: 1, gate: { measure: payment-risk, at-most: 35% } }] } }`,
    ),
  );
  const shown = shownToPartners(program);
  expect(shown.tiers.at(-1)?.requires).toMatchObject({ of: [1, 2, 3].map(() => ({ kind: "withheld" })) });
  expect(printProgram(shown)).not.toMatch(KEPT);
  expect(printProgram(shown)).not.toMatch(/careful|standing/);
  expect(workedExamples(shown)).toContain("A condition that the vendor keeps to itself");
  expect(workedExamples(shown)).not.toMatch(KEPT);
});

test.each([
  [
    "an alternative",
    "base: { terms: [{ any: [{ measure: revenue, points: 1 }, { measure: payment-risk, points: 7 }] }] }",
  ],
  ["a shared term", "base: { terms: [{ term: careful-seller }] }"],
  ["the total of a score that counts one", "base: { terms: [{ score: inner, points: 1 }] }"],
])("a score is kept that counts a kept measure by %s", (_, base) => {
  const inner = "inner: { terms: [{ measure: payment-risk, points: 7 }] }";
  const more = `terms: { careful-seller: { measure: payment-risk, points: 7 } }\nscores:\n  ${base}\n  ${inner}`;
  const program = programWith("{ all: [{ score: base, at-least: 3 }, { measure: revenue, at-least: 10 }] }", more);
  const printed = printProgram(shownToPartners(program));
  expect(printed).not.toMatch(KEPT);
  expect(printed).not.toMatch(/careful|inner|base:/);
});

test("a table of factors that only a kept score names is kept with it", () => {
  const head = "facts: { audit: { attributes: { class: { one-of: [good, bad] } } } }";
  const weights = "weights: { fraud: { by: class, factors: { bad: 0%, otherwise: 150% }, why: Fraud audits weigh. } }";
  const program = programOf(
    documentWith({
      head,
      measures: `${MEASURES}\naudits: { count: audit, by: class, seen-by: vendor }`,
      requires: "{ all: [{ measure: revenue, at-least: 10, why: W. }, { score: trust, at-least: 3, why: W. }] }",
      more: `${weights}\nscores: { trust: { terms: [{ measure: audits, points: 1, weight: fraud }] } }`,
    }),
  );
  expect(printProgram(program)).toMatch("Fraud audits");
  expect(printProgram(shownToPartners(program))).not.toMatch(/fraud|trust/i);
});

test("a change of a kept bound is no difference for partners, and a new one is said without it", () => {
  const [before, after] = [programWith(), programWith(REQUIRES.replace("20%", "12.5%"))];
  expect(differencesBetween(before, after)).toHaveLength(1);
  expect(differencesBetween(shownToPartners(before), shownToPartners(after))).toEqual([]);
  const without = programWith("{ all: [{ measure: revenue, at-least: 1000, why: Reach. }] }");
  const said = differencesBetween(shownToPartners(without), shownToPartners(before)).map(differenceInWords);
  expect(said).toEqual(["Gold: a condition that the vendor keeps to itself is new: asked"]);
});

test("a program that keeps nothing is shown as it is", () => {
  const program = programOf(documentWith());
  expect(shownToPartners(program)).toBe(program);
});

test("what is made of a kept measure has to be kept as well, and a review cannot be", () => {
  expect(
    problemsOf(documentWith({ measures: `${MEASURES}\nrisk-moved: { change: payment-risk, over: 3 months }` })),
  ).toBe(
    "measures.risk-moved: `risk-moved` is made of `payment-risk`, which partners do not see: say `seen-by: vendor` here as well",
  );
  expect(
    problemsOf(
      documentWith({ measures: `${MEASURES}\nseen: { ratio: [{ largest: [payment-risk, payment-risk] }, revenue] }` }),
    ),
  ).toMatch("`seen` is made of `payment-risk`, which partners do not see");
  const head = "reviews: { pulse: { every: quarter, questions: { mood: { ask: How?, best: 5 } } } }";
  expect(
    problemsOf(documentWith({ head, measures: `${MEASURES}\npulse: { review: pulse, seen-by: vendor }` })),
  ).toMatch("partners read their own reviews");
});

test("the check warns of what is asked and not shown without a reason, and of words that name what is kept", () => {
  const codes = (requires: string) =>
    checkProgram(programWith(requires)).flatMap(({ code, path }) =>
      code.startsWith("WITHHELD") ? [`${code} ${path}`] : [],
    );
  expect(codes(REQUIRES)).toEqual([]);
  expect(codes(REQUIRES.replace(", why: Customers are paid in time.", ""))).toEqual([
    "WITHHELD_UNEXPLAINED tiers.gold.requires.all[1]",
  ]);
  expect(codes(REQUIRES.replace("Customers are paid in time", "Payment risk is low"))).toEqual([
    "WITHHELD_NAMED measures.payment-risk",
  ]);
});
