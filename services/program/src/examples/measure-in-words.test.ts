import { expect, test } from "vitest";
import { documentWith, EVERY_SHAPE, programOf } from "../fixtures/index.js";
import { measureInWords } from "./measure-in-words.js";
import { workedExamples } from "./worked-examples.js";

const wordsOf = (measure: string) => {
  const program = programOf(documentWith({ measures: `m: ${measure}`, requires: "{ measure: m, at-least: 1 }" }));
  const [first] = program.measures;
  if (first === undefined) throw new Error("There is a measure");
  return measureInWords(program, first);
};

test.each([
  [
    "{ sum: amount, of: deal.won, window: { rolling: 12 months }, net-of: [deal.refunded], cap-per-customer: 40%, self-dealing: excluded }",
    "The amounts of won deals to customers that are not the partner's own, in the last 12 months, less refunds, one customer counts for at most 40% of the whole; amounts in other currencies count in USD by the rate of their day.",
  ],
  [
    "{ distinct: person, of: certification, where: { level: expert } }",
    "The number of different people among certifications that hold with level expert, since the beginning.",
  ],
  [
    "{ ratio: [{ count: deal.won }, { count: [deal.won, deal.lost] }], window: { rolling: 90 days } }",
    "The number of won deals, in the last 90 days, divided by the number of won deals and lost deals, in the last 90 days.",
  ],
  ["{ count: seats, window: last fiscal quarter }", "The number of seats, in the last whole fiscal quarter."],
])("what a measure counts is said in words: %s", (measure, words) => {
  expect(wordsOf(measure)).toBe(words);
});

test("every shape of a measure has words without the names of kinds of facts, and stands in the examples", () => {
  const program = programOf(EVERY_SHAPE);
  const examples = workedExamples(program);
  for (const measure of program.measures) {
    const words = measureInWords(program, measure);
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(words).not.toMatch(/\b(deal|customer|subscription|lead|integration)\.[a-z]|undefined/);
  }
  expect(examples).toContain("## What is measured");
});
