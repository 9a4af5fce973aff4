import { expect, test } from "vitest";
import { aFact } from "../fixtures/sample-facts.js";
import { documentWith, programOf } from "../fixtures/sample-program.js";
import { rebatesFor } from "./rebate.js";

const PROGRAM = programOf(
  documentWith({
    more: `rebates:
  deal-rebate: { of: deal.won, rate: { gold: 5% }, why: W. }
  focus: { title: Focus product, of: deal.won, where: { product: GTX Pro }, rate: { gold: 1.5%, registered: 1% }, why: W. }`,
  }),
);

test("a won deal earns its rate at the tier held on its date", () => {
  expect(rebatesFor(PROGRAM, aFact({ amountMinor: 105_400n }), "gold")).toEqual([
    {
      rule: "deal-rebate",
      tier: "gold",
      rate: "0.05",
      baseMinor: 105_400n,
      amountMinor: 5_270n,
      explanation: "Deal rebate: 52.70 USD, 5% of 1,054.00 USD as Gold on 1 June 2017.",
    },
  ]);
});

test("each rule that names the deal pays", () => {
  const accruals = rebatesFor(PROGRAM, aFact({ product: "GTX Pro" }), "gold");
  expect(accruals.map(({ rule, amountMinor }) => [rule, amountMinor])).toEqual([
    ["deal-rebate", 500n],
    ["focus", 150n],
  ]);
});

test("a tier without a rate earns nothing", () => {
  expect(rebatesFor(PROGRAM, aFact(), "registered")).toEqual([]);
  expect(rebatesFor(PROGRAM, aFact(), "unknown")).toEqual([]);
});

test("what no rule names earns nothing", () => {
  for (const fact of [aFact({ kind: "deal.open" }), aFact({ amountMinor: null }), aFact({ amountMinor: -100n })])
    expect(rebatesFor(PROGRAM, fact, "gold")).toEqual([]);
});

test.each([
  [10n, [1n]],
  [9n, []],
  [30n, [2n]],
  [29n, [1n]],
])("half a cent of %i cents is rounded up, less is not paid", (amountMinor, paid) => {
  expect(rebatesFor(PROGRAM, aFact({ amountMinor }), "gold").map((accrual) => accrual.amountMinor)).toEqual(paid);
});
