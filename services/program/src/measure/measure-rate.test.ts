import { expect, test } from "vitest";
import { checkProgram } from "../check/index.js";
import { knownCalendarDate, toExactString } from "../exact/index.js";
import { aFact, documentWith, problemsOf, programOf } from "../fixtures/index.js";
import type { Fact } from "./fact.js";
import { measureFacts } from "./measure-facts.js";

const ASOF = knownCalendarDate("2017-06-30");

function measured(measure: string, facts: readonly Fact[]) {
  const program = programOf(documentWith({ measures: `m: ${measure}`, requires: "{ measure: m, at-least: 50% }" }));
  const [value] = measureFacts(program, facts, ASOF);
  return { ...value, text: value?.value == null ? null : toExactString(value.value) };
}
const subscription = (kind: string, on: string, amount: number, customer: string | null) =>
  aFact({ kind: `subscription.${kind}`, on, amountMinor: BigInt(amount) * 100n, customer });
const OPENING = [
  subscription("new", "2016-01-10", 900, "Isdom"),
  subscription("new", "2016-01-10", 600, "Cancity"),
  subscription("new", "2015-01-10", 400, "Codehow"),
  subscription("churn", "2016-01-10", 400, "Codehow"),
];
const NET = "{ retention: net, window: { rolling: 12 months } }";
const GROSS = "{ retention: gross, window: { rolling: 12 months } }";

test("net retention is of those who were customers before: what new ones expand does not count", () => {
  const facts = [
    ...OPENING,
    subscription("contraction", "2017-01-10", 200, "Isdom"),
    subscription("churn", "2017-01-10", 300, "Cancity"),
    subscription("expansion", "2017-02-10", 200, "Isdom"),
    subscription("new", "2017-02-10", 1_000, "Globex"),
    subscription("expansion", "2017-03-10", 300, "Globex"),
    subscription("expansion", "2017-03-10", 300, "Codehow"),
  ];
  expect(measured(NET, facts)).toMatchObject({
    text: "0.8",
    numerator: { num: 1_200n },
    denominator: { num: 1_500n },
  });
  expect(measured(GROSS, facts).text).toBe("2/3");
});

test("of a customer no more is lost than it began with, and without any at the beginning there is no retention", () => {
  const facts = [
    ...OPENING,
    subscription("expansion", "2016-09-01", 500, "Cancity"),
    subscription("churn", "2017-01-10", 1_100, "Cancity"),
  ];
  expect([measured(GROSS, facts).text, measured(NET, facts).text]).toEqual(["0.6", "0.6"]);
  expect(measured(NET, [subscription("new", "2017-01-10", 10, "Globex")]).text).toBeNull();
});

test("promoters less detractors, of a hundred; without an answer there is none", () => {
  const nps = "{ nps: customers, window: { rolling: 12 months } }".replace("50%", "50");
  const program = programOf(documentWith({ measures: `m: ${nps}`, requires: "{ measure: m, at-least: 30 }" }));
  const answers = [10, 9, 8, 7, 6, 0].map((quantity) =>
    aFact({ kind: "customer.nps", quantity: BigInt(quantity), customer: "Isdom", amountMinor: null }),
  );
  const pointsOf = (facts: readonly Fact[]) => measureFacts(program, facts, ASOF)[0]?.value ?? null;
  expect(pointsOf(answers)).toMatchObject({ num: 0n });
  expect(pointsOf(answers.slice(0, 5))).toMatchObject({ num: 20n, den: 1n });
  expect(pointsOf([])).toBeNull();
});

test("customers renew, or leave on the day on which they end, however long ago they came", () => {
  const customer = (name: string, until?: string) =>
    aFact({
      kind: "customer",
      on: "2014-01-10",
      customer: name,
      amountMinor: null,
      ...(until === undefined ? {} : { until }),
    });
  const facts = [
    aFact({ kind: "customer.renewed", on: "2017-02-01", customer: "Isdom" }),
    aFact({ kind: "customer.renewed", on: "2015-02-01", customer: "Isdom" }),
    customer("Isdom"),
    customer("Cancity", "2017-03-01"),
    customer("Codehow", "2016-03-01"),
    customer("Globex", "2018-03-01"),
  ];
  expect(measured("{ renewal: customers, window: { rolling: 12 months } }", facts).text).toBe("0.5");
});

test("retention says when it begins", () => {
  expect(problemsOf(documentWith({ measures: "m: { retention: net }" }))).toContain("`window` has to say when");
  expect(problemsOf(documentWith({ measures: "m: { retention: all, window: year }" }))).toContain("unknown word `all`");
});

test.each([
  ["{ average: quantity, of: customer.nps }", "at-least: 30", true],
  ["{ average: quantity, of: customer.nps }", "at-least: 9", false],
  ["{ nps: customers }", "at-least: 101", true],
  ["{ nps: customers }", "at-least: 30", false],
  ["{ renewal: customers }", "at-least: 120%", true],
  ["{ retention: net, window: year }", "at-least: 120%", false],
  ["{ least: amount, of: deal.won }", "less-than: 0", true],
])("the check knows what %s can come to: %s", (measure, bound, isOut) => {
  const program = programOf(documentWith({ measures: `m: ${measure}`, requires: `{ measure: m, ${bound} }` }));
  const codes = checkProgram(program).map(({ code }) => code);
  expect(codes.includes("TIER_UNREACHABLE")).toBe(isOut);
});
