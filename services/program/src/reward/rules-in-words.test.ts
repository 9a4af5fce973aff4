import { expect, test } from "vitest";
import { documentWith, EVERY_SHAPE, programOf } from "../fixtures/index.js";
import { rulesInWords, termsInWords } from "./rules-in-words.js";

test("a partner reads what its tier is paid, and no other tier's rates", () => {
  const program = programOf(
    documentWith({
      more: `rebates:
  volume: { of: deal.won, net-of: deal.refunded, rate: { gold: { 0: 3%, 100000: 5% } }, bands: marginal, over: quarter, why: W. }
  flat: { of: deal.won, where: { product: GTX Pro }, rate: { registered: 1% }, why: W. }
bonuses: { q: { sum: amount, of: deal.won, over: quarter, targets: { 50000: 500 }, why: W. } }
spiffs: { push: { of: deal.won, before: 2026-07-01, pays: { gold: 25 }, first: { count: 5, per: month }, why: W. } }
ceilings: { a-year: { title: Yearly ceiling, of: everything, each: partner, over: year, at-most: 9000, beyond: remainder, why: W. } }`,
    }),
  );
  const yearly = "Yearly ceiling: at most 9,000.00 USD a year for each partner.";
  expect(rulesInWords(program, "gold").map(({ name, inWords }) => [name, inWords])).toEqual([
    [
      "volume",
      `3% from 0.00 USD, 5% from 100,000.00 USD of the won deals in a quarter: each part at the rate of its own band. Refunds reduce it. ${yearly}`,
    ],
    ["q", `500.00 USD for 50,000.00 USD of won deals in a quarter, each once. ${yearly}`],
    ["push", `25.00 USD for each won deal. Only the first 5 a month. Until 30 June 2026. ${yearly}`],
  ]);
  expect(rulesInWords(program, "registered").map(({ name }) => name)).toEqual(["flat", "q"]);
  expect(termsInWords(program, "gold")[0]).toBe("A reward is earned at once.");
});

test("every rule and term of every shape has its words", () => {
  const program = programOf(EVERY_SHAPE);
  for (const tier of program.tiers) {
    for (const { inWords } of rulesInWords(program, tier.name)) expect(inWords).not.toMatch(/undefined|null|\[object/);
    expect(termsInWords(program, tier.name).join(" ")).toContain("pending for 30 days");
    for (const { inWords } of rulesInWords(program, tier.name)) expect(inWords).not.toMatch(/[a-z]\.[a-z]/); // No name of a kind.
  }
  expect(termsInWords(program, "gold")).toContain(
    "Rewards that would expire are kept for 6 more months, at most 2 times.",
  );
  expect(termsInWords(program, "silver")).toContain("In Gold, rewards that would expire are kept for longer.");
});
