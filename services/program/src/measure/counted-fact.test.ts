import { expect, test } from "vitest";
import type { SimpleMeasure } from "../document/measure.js";
import { knownCalendarDate } from "../exact/calendar-date.js";
import { rational, toExactString } from "../exact/rational.js";
import { aFact } from "../fixtures/sample-facts.js";
import type { Adjustment } from "./adjustment.js";
import { cappedCustomers } from "./capped-customers.js";
import { countedFact } from "./counted-fact.js";
import type { Fact } from "./fact.js";
import { aCount, aDistinct, anAdjustment, aSum, programWith, sourceOf } from "./sample-measures.js";
import { totalsOfFacts } from "./totals-of-facts.js";

/** What counts of each of the facts, as the measure of all of them has it. */
function countedOf(measure: SimpleMeasure, facts: readonly Fact[], adjustments: readonly Adjustment[] = []) {
  const on = { program: programWith(measure), asOf: knownCalendarDate("2017-06-30"), adjustments };
  const capped = cappedCustomers(measure, { ...on, excused: [], totals: totalsOfFacts(facts) });
  return facts.map((fact) => {
    const counted = countedFact(measure, fact, { ...on, capped });
    return counted && [toExactString(counted.counted), counted.explanation];
  });
}

test("a customer's only fact counts up to the cap", () => {
  const revenue = aSum("revenue", { capPerCustomer: { kind: "share", most: rational(2, 5) } });
  expect(
    countedOf(revenue, [
      aFact({ customer: "Isdom", amountMinor: 100_000n }),
      aFact({ customer: "Cancity", amountMinor: 30_000n }),
      aFact({ customer: "Konex", amountMinor: 20_000n }),
    ]),
  ).toEqual([
    ["600", "600.00 USD of 1,000.00 USD: one customer counts for at most 40% of the whole."],
    ["300", null],
    ["200", null],
  ]);
});

test("several facts of one customer count for the same part each, and refunds give back as much", () => {
  const revenue = aSum("revenue", {
    capPerCustomer: { kind: "amount", most: rational(750) },
    netOf: { source: sourceOf({ kinds: ["deal.refunded"] }), window: null },
  });
  const since =
    "of 1,500.00 USD with this customer 750.00 USD count, since one customer counts for at most 750.00 USD.";
  expect(
    countedOf(revenue, [
      aFact({ customer: "Isdom", amountMinor: 100_000n }),
      aFact({ customer: "Isdom", amountMinor: 60_000n }),
      aFact({ customer: "Isdom", kind: "deal.refunded", amountMinor: 10_000n }),
    ]),
  ).toEqual([
    ["500", `500.00 USD of 1,000.00 USD: ${since}`],
    ["300", `300.00 USD of 600.00 USD: ${since}`],
    ["-50", `-50.00 USD of -100.00 USD: ${since}`],
  ]);
});

test("what is taken off says so, and what was taken back later counts against itself", () => {
  const deals = aCount("deals", { netOf: { source: sourceOf({ kinds: ["deal.refunded"] }), window: null } });
  expect(
    countedOf(deals, [
      aFact(),
      aFact({ kind: "deal.refunded" }),
      aFact({ on: knownCalendarDate("2017-05-02"), reversedOn: knownCalendarDate("2017-06-02") }),
      aFact({ kind: "deal.lost" }),
    ]),
  ).toEqual([
    ["1", null],
    ["-1", "Taken off: refunds reduce this measure."],
    ["0", "It was taken back later: it counts on its own day, and against itself on the later one."],
    ["0", null],
  ]);
});

test("a measure that does not add facts up has no part for each", () => {
  expect(countedOf(aDistinct("customers"), [aFact({ customer: "Isdom" })])).toEqual([null]);
});

test("an adjustment multiplies what a fact brings", () => {
  const adjustment = anAdjustment({ factor: rational(3, 2), to: "2018-01-01" });
  expect(countedOf(aSum("revenue", {}), [aFact({ amountMinor: 100_000n })], [adjustment])).toEqual([
    ["1500", "1,500.00 USD: 1,000.00 USD times 1.5, by an adjustment of the measure."],
  ]);
});
