import { expect, test } from "vitest";
import { type CalendarDate, knownCalendarDate as day } from "../exact/calendar-date.js";
import { rational } from "../exact/rational.js";
import { aFact, randomFacts, randomOf } from "../fixtures/sample-facts.js";
import { documentWith, programOf } from "../fixtures/sample-program.js";
import type { Fact } from "./fact.js";
import { countedFacts, type MeasureValue, measureFacts, measureFromSums } from "./measure-facts.js";
import { matchesSource, type Series, seriesOf, termOf } from "./series.js";

const PROGRAM = programOf(
  documentWith({
    head: "fiscal-year-starts-in: 2",
    measures: `revenue: { sum: amount, of: deal.won, window: { rolling: 90 days } }
deals: { count: deal.won, window: { rolling: 12 months }, where: { product: GTX Pro } }
customers: { distinct: customer, of: deal.won, window: { rolling: 90 days } }
win-rate: { ratio: [{ count: deal.won }, { count: [deal.won, deal.lost] }], window: quarter }
share: { ratio: [{ sum: amount, of: deal.won, window: last quarter }, { sum: amount, of: deal.won }] }
seats: { sum: quantity, of: seats, window: last fiscal quarter }
people: { distinct: person, of: certification, where: { level: professional } }
certificates: { count: certification, window: { rolling: 12 months } }`,
  }),
);
const ASOF = day("2017-06-30");

test("amounts are in major units and only the days of the window count", () => {
  const facts = [
    aFact({ on: "2017-04-01", amountMinor: 1n }),
    aFact({ on: "2017-04-02", amountMinor: 10_433_250n }),
    aFact({ on: "2017-06-30", amountMinor: -250n }),
    aFact({ on: "2017-07-01", amountMinor: 1n }),
    aFact({ on: "2017-06-01", amountMinor: null }),
    aFact({ on: "2017-06-01", kind: "deal.open" }),
  ];
  expect(measured("revenue", facts)).toEqual({
    measure: "revenue",
    value: rational(104330),
    numerator: null,
    denominator: null,
    from: "2017-04-02",
    to: "2017-07-01",
  });
});

test("yen have no cents", () => {
  const program = { ...PROGRAM, currency: "JPY" };
  expect(measureFacts(program, [aFact({ amountMinor: 500n })], ASOF)[0]?.value).toEqual(rational(500));
});

test("a customer counts once, and a deal without one counts for none", () => {
  const facts = ["Isdom", "Isdom", "Cancity", null].map((customer) => aFact({ customer }));
  expect(measured("customers", facts).value).toEqual(rational(2));
});

test("a ratio shows what it divides, over the days of both of its sides", () => {
  const facts = [aFact(), aFact(), aFact({ kind: "deal.lost" }), aFact({ on: "2017-02-01" })];
  expect(measured("win-rate", facts)).toEqual({
    measure: "win-rate",
    value: rational(2, 3),
    numerator: rational(2),
    denominator: rational(3),
    from: "2017-04-01",
    to: "2017-07-01",
  });
  expect(measured("share", facts)).toMatchObject({ value: rational(1, 3), from: null, to: "2017-07-01" });
});

test("a ratio over nothing has no value, which is not zero", () => {
  expect(measured("win-rate", [])).toMatchObject({ value: null, numerator: rational(0), denominator: rational(0) });
});

test("a certification counts from the day it is earned until the day it expires", () => {
  const certificate = aFact({
    kind: "certification",
    person: "ada",
    on: "2017-01-10",
    until: "2018-01-10",
    attributes: { level: "professional" },
  });
  const peopleOn = (asOf: string) => measured("people", [certificate], day(asOf)).value;
  expect(peopleOn("2017-01-09")).toEqual(rational(0));
  expect(peopleOn("2017-01-10")).toEqual(rational(1));
  expect(peopleOn("2018-01-09")).toEqual(rational(1));
  expect(peopleOn("2018-01-10")).toEqual(rational(0));
  expect(measured("people", [{ ...certificate, until: null }], day("2030-01-01")).value).toEqual(rational(1));
});

test("the counted facts are the evidence: they add up to the measure and nothing else is among them", () => {
  const facts = [
    aFact({ id: "counted", amountMinor: 500n, customer: "Isdom" }),
    aFact({ id: "lost", kind: "deal.lost" }),
    aFact({ id: "too old", on: "2017-03-31" }),
    aFact({ id: "no amount", amountMinor: null }),
  ];
  const idsOf = (measure: string) => evidence(measure, facts).map(({ id }) => id);
  expect(idsOf("revenue")).toEqual(["counted"]);
  expect(idsOf("customers")).toEqual(["counted"]);
  expect(idsOf("win-rate")).toEqual(["counted", "lost", "no amount"]);
});

test("sums per day give the same measures as the facts themselves, for 300 random partners", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomOf(seed);
    const facts = randomFacts(random, 60);
    const asOf = facts[0]?.on ?? ASOF;
    expect(measureFromDaySums(facts, asOf), `seed ${seed}`).toEqual(measureFacts(PROGRAM, facts, asOf));
  }
});

/** What a rollup does: one number a series and day, and nothing of the facts but what is not additive. */
function measureFromDaySums(facts: readonly Fact[], asOf: CalendarDate): MeasureValue[] {
  const days = new Map(seriesOf(PROGRAM).map((series) => [series.key, sumsByDay(series, facts)]));
  return measureFromSums(PROGRAM, asOf, {
    sumOf: (series, { from, to }) =>
      [...(days.get(series.key) ?? [])]
        .filter(([on]) => on < to && on >= (from ?? ""))
        .reduce((sum, [, value]) => sum + value, 0n),
    distinctOf: (measure, { from, to }) => {
      const values = new Set<string>();
      for (const fact of facts) {
        const isHeld = fact.kind !== "certification" || fact.until === null || fact.until > asOf;
        const value = measure.kind === "distinct" ? fact[measure.by] : fact.id;
        const isInWindow = fact.on < to && fact.on >= (from ?? "");
        if (isInWindow && isHeld && value !== null && matchesSource(measure.source, fact)) values.add(value);
      }
      return BigInt(values.size);
    },
  });
}

function sumsByDay(series: Series, facts: readonly Fact[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const fact of facts)
    if (matchesSource(series.source, fact)) sums.set(fact.on, (sums.get(fact.on) ?? 0n) + termOf(series, fact));
  return sums;
}

function measured(measure: string, facts: readonly Fact[], asOf = ASOF): MeasureValue {
  const value = measureFacts(PROGRAM, facts, asOf).find((candidate) => candidate.measure === measure);
  if (value === undefined) throw new Error(`No measure ${measure}`);
  return value;
}

function evidence(name: string, facts: readonly Fact[]): Fact[] {
  const measure = PROGRAM.measures.find((candidate) => candidate.name === name);
  return measure === undefined ? [] : countedFacts(PROGRAM, measure, facts, ASOF);
}
