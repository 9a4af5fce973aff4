import { expect, test } from "vitest";
import { checkProgram } from "../check/index.js";
import { shapeProblem } from "../document/facts/index.js";
import { knownCalendarDate, toExactString } from "../exact/index.js";
import { measureInWords } from "../examples/index.js";
import { aFact, documentWith, problemsOf, programOf } from "../fixtures/index.js";
import type { Fact } from "./fact.js";
import { measureFacts } from "./measure-facts.js";

const HEAD =
  "facts: { workshop.held: { attributes: { rating: { type: number }, room: {} } } }\ntracks: { reseller: {} }";
const MEASURES = `rating: { average: { attribute: rating }, of: workshop.held }
best: { greatest: { attribute: rating }, of: workshop.held }
middle: { median: { attribute: rating }, of: workshop.held }
health: { given: points, from: value, window: { rolling: 6 months } }
uptime: { given: percent, from: value }`;
const program = programOf(
  documentWith({ head: HEAD, measures: MEASURES, requires: "{ measure: rating, at-least: 4.25 }" }),
);

const held = (rating: string): Fact => aFact({ kind: "workshop.held", amountMinor: null, attributes: { rating } });
const given = (indicator: string, value: string, on = "2017-06-01"): Fact =>
  aFact({ kind: "indicator", amountMinor: null, on, attributes: { indicator, value } });
const measured = (facts: Fact[]) =>
  Object.fromEntries(
    measureFacts(program, facts, knownCalendarDate("2017-06-30")).map(({ measure, value }) => [
      measure,
      value === null ? null : toExactString(value),
    ]),
  );

test("decimal numbers of facts are averaged and ranked exactly; what is no number does not count", () => {
  const facts = [
    held("4.5"),
    held("4.5"),
    held("3.25"),
    held("good"),
    aFact({ kind: "workshop.held", amountMinor: null }),
  ];
  expect(measured(facts)).toMatchObject({ rating: "49/12", best: "4.5", middle: "4.5" });
  expect(measured([held("good")])).toMatchObject({ rating: null, best: null });
});

test("a given measure takes the decimal of an attribute: 7.25 points, 99.95 percent", () => {
  const facts = [given("health", "9", "2017-05-01"), given("health", "7.25"), given("uptime", "99.95")];
  expect(measured(facts)).toMatchObject({ health: "7.25", uptime: "0.9995" });
});

test("an indicator with a decimal attribute needs no amount and no quantity", () => {
  const report = (attributes: { name: string; value: string }[]) =>
    shapeProblem({ kind: "indicator", attributes }, program);
  expect(
    report([
      { name: "indicator", value: "health" },
      { name: "value", value: "7.25" },
    ]),
  ).toBeNull();
  expect(report([{ name: "indicator", value: "health" }])?.message).toBe(
    "An indicator fact needs its amount or its quantity, or an attribute with a decimal number.",
  );
});

test("it is said in words, and refused where it cannot be a number", () => {
  const [rating, , , health] = program.measures.map((measure) => measureInWords(program, measure));
  expect(rating).toBe("The average rating of workshop held, since the beginning.");
  expect(health).toMatch(/^The latest value of reported indicators with indicator health/);
  expect(problemsOf(documentWith({ measures: "people: { given: count, from: value }" }))).toMatch(
    "a decimal number is in points or percent: count is the fact's quantity",
  );
  const asked = (attribute: string) =>
    checkProgram(
      programOf(
        documentWith({
          head: HEAD,
          measures: `rating: { average: { attribute: ${attribute} }, of: workshop.held }`,
          requires: "{ measure: rating, at-least: 4 }",
        }),
      ),
    ).flatMap(({ code, message }) => (code === "ATTRIBUTE_IMPOSSIBLE" ? [message] : []));
  expect(asked("rating")).toEqual([]);
  expect(asked("room")).toEqual([
    "The attribute room of workshop.held facts is declared as text, and no number can be taken of it.",
  ]);
  expect(asked("ratign")).toEqual([expect.stringContaining("has the attribute ratign")]);
});
