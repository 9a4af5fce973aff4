import { expect, test } from "vitest";
import { isSimple, type SimpleMeasure } from "../document/measures/index.js";
import { add, knownCalendarDate, rational, toExactString, ZERO } from "../exact/index.js";
import {
  aCount,
  aDistinct,
  aFact,
  anAdjustment,
  aSum,
  programWith,
  randomAdjustments,
  randomFacts,
  randomOf,
  randomProgram,
  sourceOf,
} from "../fixtures/index.js";
import type { Adjustment } from "./adjustment.js";
import { cappedCustomers } from "./capped-customers.js";
import { countedFact } from "./counted-fact.js";
import type { Fact } from "./fact.js";
import { fallsBelowZero, heldAtZero } from "./held-at-zero.js";
import { measureFacts } from "./measure-facts.js";
import { totalsOfFacts } from "./totals-of-facts.js";

/** What counts of each of the facts, as the measure of all of them has it. */
function countedOf(measure: SimpleMeasure, facts: readonly Fact[], adjustments: readonly Adjustment[] = []) {
  const on = { program: programWith(measure), asOf: knownCalendarDate("2017-06-30"), adjustments };
  const context = { ...on, excused: [], totals: totalsOfFacts(facts) };
  const held = { capped: cappedCustomers(measure, context), heldAtZero: heldAtZero(measure, context) };
  return facts.map((fact) => {
    const counted = countedFact(measure, fact, { ...on, ...held });
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

test("more that is taken back than there is to take it from counts for as much as there is, and says so", () => {
  const inJune = aSum("revenue", {
    window: { kind: "month", fiscal: false, which: "current" },
    netOf: { source: sourceOf({ kinds: ["deal.refunded"] }), window: null },
  });
  const won = (amountMinor: bigint) => aFact({ on: knownCalendarDate("2017-06-10"), amountMinor });
  const takenBack = (amountMinor: bigint) =>
    aFact({ on: knownCalendarDate("2017-04-10"), reversedOn: knownCalendarDate("2017-06-20"), amountMinor });
  const refund = aFact({ on: knownCalendarDate("2017-06-11"), kind: "deal.refunded", amountMinor: 10_000n });
  const since = "what is taken back later never makes this measure less than zero.";
  const ofAll = `of 2,000.00 USD that were taken back later 600.00 USD count, since ${since}`;
  expect(countedOf(inJune, [won(60_000n), takenBack(50_000n), takenBack(150_000n), refund])).toEqual([
    ["600", null],
    ["-150", `-150.00 USD of -500.00 USD: ${ofAll}`],
    ["-450", `-450.00 USD of -1,500.00 USD: ${ofAll}`],
    ["-100", "Taken off: refunds reduce this measure."],
  ]);
  expect(countedOf(inJune, [takenBack(50_000n)])).toEqual([["0", `0.00 USD of -500.00 USD: ${since}`]]);
  expect(countedOf(inJune, [won(60_000n), takenBack(50_000n)]).at(-1)).toEqual([
    "-500",
    "It was taken back later, and counts against itself on this day.",
  ]);
});

test("what counts of each fact adds up to the measure, for 300 random partners and programs", () => {
  let held = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomOf(seed);
    const program = randomProgram(random);
    const facts = randomFacts(random, 40);
    const on = { program, asOf: facts[0]?.on ?? knownCalendarDate("2017-06-30") };
    const adjustments = randomAdjustments(random, program);
    const context = { ...on, adjustments, excused: [], totals: totalsOfFacts(facts) };
    measureFacts(program, facts, on.asOf, adjustments).forEach(({ value }, i) => {
      const measure = program.measures[i];
      if (measure === undefined || !isSimple(measure)) return;
      const query = {
        ...on,
        adjustments,
        capped: cappedCustomers(measure, context),
        heldAtZero: heldAtZero(measure, context),
      };
      expect(fallsBelowZero(measure, context), `seed ${seed}, ${measure.name}`).toBe(query.heldAtZero !== null);
      if (query.heldAtZero !== null) held++;
      const parts = facts.map((fact) => countedFact(measure, fact, query));
      if (parts.includes(null)) return;
      const sum = parts.map((part) => part?.counted ?? ZERO).reduce(add, ZERO);
      expect(toExactString(sum), `seed ${seed}, ${measure.name}`).toBe(toExactString(value ?? ZERO));
    });
  }
  expect(held).toBeGreaterThan(20);
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
