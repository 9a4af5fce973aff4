import { expect, test } from "vitest";
import type { Measure } from "../document/measures/index.js";
import type { Window } from "../document/periods/index.js";
import { type CalendarDate, knownCalendarDate as day, rational, toExactString } from "../exact/index.js";
import {
  aCount,
  aDistinct,
  aFact,
  aMeasure,
  aStatistic,
  aSum,
  documentWith,
  programOf,
  programWith,
  randomAdjustments,
  randomFacts,
  randomOf,
  randomProgram,
  sourceOf,
} from "../fixtures/index.js";
import { entriesOf } from "./counting.js";
import type { Fact } from "./fact.js";
import { countedFacts, measureFacts, measureFromSums } from "./measure-facts.js";
import type { MeasureValue } from "./measure-value.js";
import { matchesSource, type Series, seriesOf, termOf } from "./series.js";
import { totalsOfFacts } from "./totals-of-facts.js";

const ASOF = day("2017-06-30");
const DAYS_90: Window = { kind: "rolling-days", days: 90 };
const certificates = sourceOf({ kinds: ["certification"] });
const refunded = sourceOf({ kinds: ["deal.refunded"] });
const refund = (given: Parameters<typeof aFact>[0]) => aFact({ kind: "deal.refunded", ...given });

test("amounts are in major units and only the days of the window count", () => {
  const facts = [
    aFact({ on: "2017-04-01", amountMinor: 1n }),
    aFact({ on: "2017-04-02", amountMinor: 10_433_250n }),
    aFact({ on: "2017-06-30", amountMinor: -250n }),
    aFact({ on: "2017-07-01", amountMinor: 1n }),
    aFact({ on: "2017-06-01", amountMinor: null }),
    aFact({ on: "2017-06-01", kind: "deal.open" }),
  ];
  expect(measured(aSum("revenue", { window: DAYS_90 }), facts)).toEqual({
    measure: "revenue",
    value: rational(104330),
    numerator: null,
    denominator: null,
    groups: null,
    from: "2017-04-02",
    to: "2017-07-01",
    adjustments: [],
  });
});

test("yen have no cents", () => {
  const program = { ...programWith(aSum("revenue")), currency: "JPY" };
  expect(measureFacts(program, [aFact({ amountMinor: 500n })], ASOF)[0]?.value).toEqual(rational(500));
});

test("a fact that is handed in twice counts once", () => {
  const twice = aFact({ amountMinor: 500n });
  for (const measure of [aSum("sum"), aStatistic("median"), aSum("told apart", { by: "region" })])
    expect(amountOf(measure, [twice, aFact({ amountMinor: 500n }), twice])).toBe(
      measure.kind === "statistic" ? "5" : "10",
    );
});

test("days that a source names itself count within the window, and none where the two do not meet", () => {
  const facts = [aFact({ on: "2017-05-31" }), aFact({ on: "2017-06-01" }), aFact({ on: "2017-06-02" })];
  const bounded = (bounds: object) => aCount("deals", { window: DAYS_90, source: sourceOf(bounds) });
  expect(amountOf(bounded({ since: "2017-06-01" }), facts)).toBe("2");
  expect(amountOf(bounded({ before: "2017-06-01" }), facts)).toBe("1");
  expect(measured(bounded({ since: "2017-06-01", before: "2017-06-02" }), facts)).toMatchObject({
    value: rational(1),
    from: "2017-06-01",
    to: "2017-06-02",
  });
  expect(measured(bounded({ since: "2018-01-01" }), facts)).toMatchObject({
    value: rational(0),
    from: "2017-07-01",
    to: "2017-07-01",
  });
});

test("a customer counts once, and a deal without one counts for none", () => {
  const facts = ["Isdom", "Isdom", "Cancity", null].map((customer) => aFact({ customer }));
  expect(amountOf(aDistinct("customers"), facts)).toBe("2");
});

test("a certificate that is renewed before it ends is one, of a person for a course or a product", () => {
  const certificate = (given: Parameters<typeof aFact>[0]) => aFact({ kind: "certification", person: "ada", ...given });
  const early = [
    certificate({ on: "2015-08-01", until: "2017-08-01", product: "Core" }),
    certificate({ on: "2017-06-01", until: "2019-06-01", product: "Core" }),
  ];
  const source = sourceOf({ kinds: ["certification"] });
  const twice = aDistinct("people", { of: "person", atLeast: 2, source });
  const held = aCount("certificates", { source });
  const [before, until] = [aCount("by-person", { source, by: "level" }), [...early, certificate({ product: "Edge" })]];
  expect([amountOf(twice, early), amountOf(held, early), amountOf(before, early)]).toEqual(["0", "1", "1"]);
  expect([amountOf(twice, until), amountOf(held, until), amountOf(before, until)]).toEqual(["1", "2", "2"]);
  const courses = early.map((fact, i) => ({ ...fact, product: null, attributes: { course: i === 0 ? "a" : "b" } }));
  expect([amountOf(twice, courses), amountOf(held, courses)]).toEqual(["1", "2"]);
  const unnamed = early.map((fact) => ({ ...fact, product: null }));
  expect(amountOf(held, unnamed)).toBe("2");
});

test("people who hold certificates for two products are not those who hold two for one", () => {
  const certificate = (person: string, product: string, course: string) =>
    aFact({ kind: "certification", person, product, attributes: { course } });
  const facts = [
    certificate("ada", "Core", "one"),
    certificate("ada", "Core", "two"),
    certificate("ben", "Core", "one"),
    certificate("ben", "Edge", "three"),
  ];
  const source = sourceOf({ kinds: ["certification"] });
  expect(amountOf(aDistinct("people", { of: "person", atLeast: 2, source }), facts)).toBe("2");
  expect(amountOf(aDistinct("people", { of: "person", atLeast: 2, holding: "product", source }), facts)).toBe("1");
});

test("people with two certificates are counted without those who hold one", () => {
  const held = (person: string, until?: string) =>
    aFact({ kind: "certification", person, ...(until === undefined ? {} : { until }) });
  const facts = [held("ada"), held("ada"), held("grace"), held("joan"), held("joan", "2017-06-30")];
  expect(amountOf(aDistinct("people", { of: "person", atLeast: 2, source: certificates }), facts)).toBe("1");
});

test("different values of any attribute are counted", () => {
  const facts = ["West", "East", "West"].map((region) => aFact({ attributes: { region } }));
  expect(amountOf(aDistinct("regions", { of: { attribute: "region" } }), [...facts, aFact()])).toBe("2");
});

test("a certification counts from the day it is earned until the day it expires", () => {
  const certificate = aFact({ kind: "certification", person: "ada", on: "2017-01-10", until: "2018-01-10" });
  for (const measure of [
    aDistinct("people", { of: "person", source: certificates }),
    aCount("count", { source: certificates }),
  ]) {
    const on = (asOf: string) => amountOf(measure, [certificate], day(asOf));
    expect([on("2017-01-09"), on("2017-01-10"), on("2018-01-09"), on("2018-01-10")]).toEqual(["0", "1", "1", "0"]);
    expect(amountOf(measure, [{ ...certificate, until: null }], day("2030-01-01"))).toBe("1");
  }
});

test("where only what is active counts, a subscription ends on its day, and elsewhere it counts on", () => {
  const facts = [aFact({ until: "2017-06-30" }), aFact({ until: "2017-07-01" }), aFact()];
  expect(amountOf(aCount("active", { onlyActive: true }), facts)).toBe("2");
  expect(amountOf(aSum("active", { onlyActive: true }), facts)).toBe("200");
  expect(amountOf(aCount("ever"), facts)).toBe("3");
});

test("refunds are taken off, over the days of the measure or their own", () => {
  const facts = [
    aFact({ amountMinor: 10_000n }),
    refund({ on: "2017-06-20", amountMinor: 3_000n }),
    refund({ on: "2017-03-01", amountMinor: 1n }),
  ];
  const net = (window: Window | null) => aSum("net", { window: DAYS_90, netOf: { source: refunded, window } });
  expect(amountOf(net(null), facts)).toBe("70");
  expect(measured(net({ kind: "lifetime" }), facts)).toMatchObject({ value: rational(6999, 100), from: null });
  expect(amountOf(aCount("net", { netOf: { source: refunded, window: null } }), facts)).toBe("-1");
  const idsOf = (measure: Measure) => evidence(measure, facts).map(({ kind }) => kind);
  expect(idsOf(net(null))).toEqual(["deal.won", "deal.refunded"]);
  expect(idsOf(net({ kind: "lifetime" }))).toEqual(["deal.won", "deal.refunded", "deal.refunded"]);
});

test("one customer adds at most its share of the whole, after refunds and before capping", () => {
  const capped = (given: object = {}) =>
    aSum("capped", { capPerCustomer: { kind: "share", most: rational(2, 5) }, ...given });
  const of = (customer: string | null, dollars: bigint) => aFact({ customer, amountMinor: dollars * 100n });
  const facts = [of("Isdom", 500n), of("Isdom", 200n), of("Cancity", 200n), of("Codehow", 100n)];
  expect(amountOf(capped(), facts)).toBe("700");
  const refunds = [refund({ customer: "Isdom", amountMinor: 50_000n })];
  expect(amountOf(capped({ netOf: { source: refunded, window: null } }), [...facts, ...refunds])).toBe("500");
  expect(amountOf(aSum("most", { capPerCustomer: { kind: "amount", most: rational(150) } }), facts)).toBe("400");
  expect(amountOf(aCount("count", { capPerCustomer: { kind: "amount", most: rational(1) } }), facts)).toBe("3");
});

test("deals without a customer are together one customer: leaving the name out does not escape the cap", () => {
  const facts = [aFact(), aFact(), aFact({ customer: "Isdom" })];
  expect(amountOf(aSum("capped", { capPerCustomer: { kind: "amount", most: rational(100) } }), facts)).toBe("200");
});

test("a whole of less than zero leaves nothing to a customer above it, and no customer less than it has", () => {
  const facts = [
    aFact({ customer: "Isdom" }),
    aFact({ kind: "deal.refunded", customer: "Cancity", amountMinor: 40_000n }),
  ];
  const netOf = { source: sourceOf({ kinds: ["deal.refunded"] }), window: null };
  expect(amountOf(aSum("capped", { netOf, capPerCustomer: { kind: "share", most: rational(2, 5) } }), facts)).toBe(
    "-400",
  );
});

test("told apart, each value of the attribute is measured by itself, and facts without it count for the whole only", () => {
  const facts = ["West", "West", "East", null].map((region) =>
    aFact({ customer: region, attributes: region === null ? {} : { region } }),
  );
  const apart = (measure: Measure, given = facts) =>
    [...(measured(measure, given).groups ?? [])].map(([group, value]) => [group, toExactString(value)]);
  expect(apart(aSum("revenue", { by: "region" }))).toEqual([
    ["East", "100"],
    ["West", "200"],
  ]);
  expect(amountOf(aSum("revenue", { by: "region" }), facts)).toBe("400");
  expect(apart(aDistinct("customers", { by: "region" }))).toEqual([
    ["East", "1"],
    ["West", "1"],
  ]);
  expect(apart(aStatistic("average", { statistic: "average", by: "region" }))).toEqual([
    ["East", "100"],
    ["West", "100"],
  ]);
  const net = aCount("net", { by: "region", netOf: { source: refunded, window: null } });
  expect(apart(net, [...facts, refund({ attributes: { region: "North" } })])).toEqual([
    ["East", "1"],
    ["North", "-1"],
    ["West", "2"],
  ]);
  expect(apart(aCount("none", { by: "region" }), [])).toEqual([]);
  expect(measured(aCount("whole"), facts).groups).toBeNull();
});

test("statistics are of the facts that carry the field, and there is none of no facts", () => {
  const scores = [
    aFact({ id: "a", on: "2017-06-02", quantity: 7n }),
    aFact({ id: "c", on: "2017-06-03", quantity: 1n }),
    aFact({ id: "b", on: "2017-06-03", quantity: 4n }),
    aFact({ id: "d", on: "2017-06-01", quantity: 10n }),
    aFact({ on: "2017-06-04" }),
  ];
  const statistic = (name: "median" | "average" | "latest" | "greatest" | "least", facts: readonly Fact[] = scores) =>
    amountOf(aStatistic("score", { statistic: name, field: "quantity" }), facts);
  expect(statistic("median")).toBe("5.5");
  expect(statistic("median", scores.slice(1))).toBe("4");
  expect(statistic("average")).toBe("5.5");
  expect(statistic("latest")).toBe("1");
  expect(statistic("greatest")).toBe("10");
  expect(statistic("least")).toBe("1");
  expect(statistic("average", [])).toBeNull();
  expect(statistic("median", [aFact()])).toBeNull();
});

test("a ratio shows what it divides, over the days of both of its sides", () => {
  const facts = [aFact(), aFact(), aFact({ kind: "deal.lost" }), aFact({ on: "2017-02-01" })];
  const rate = aMeasure("rate", {
    kind: "ratio",
    numerator: aCount("won", { window: DAYS_90 }),
    denominator: aCount("all", { source: sourceOf({ kinds: ["deal.won", "deal.lost"] }) }),
  });
  expect(measured(rate, facts)).toMatchObject({
    value: rational(2, 4),
    numerator: rational(2),
    denominator: rational(4),
    from: null,
    to: "2017-07-01",
  });
  expect(measured(rate, [])).toMatchObject({ value: null, numerator: rational(0), denominator: rational(0) });
});

test("a total adds its parts up, each times its factor; one without a value adds nothing", () => {
  const total = aMeasure("total", {
    kind: "total",
    terms: [
      { measure: aCount("won"), times: rational(3) },
      { measure: aCount("lost", { source: sourceOf({ kinds: ["deal.lost"] }) }), times: rational(-1, 2) },
      { measure: aStatistic("none", { field: "quantity" }), times: rational(100) },
    ],
  });
  expect(amountOf(total, [aFact(), aFact(), aFact({ kind: "deal.lost" })])).toBe("5.5");
});

test("the largest and smallest leave out what has no value", () => {
  const of = [aCount("deals"), aSum("revenue"), aStatistic("none", { field: "quantity" })];
  expect(amountOf(aMeasure("most", { kind: "largest", of }), [aFact()])).toBe("100");
  expect(amountOf(aMeasure("least", { kind: "smallest", of }), [aFact()])).toBe("1");
  expect(amountOf(aMeasure("none", { kind: "largest", of: of.slice(2) }), [aFact()])).toBeNull();
});

test("a change is what there is now less what there was then, each over its own days", () => {
  const facts = [aFact({ on: "2016-06-30" }), aFact({ on: "2016-07-01" }), aFact(), aFact()];
  const change = (as: "amount" | "share", from = facts) => {
    const of = aSum("revenue", { window: { kind: "rolling-months", months: 12 } });
    return measured(aMeasure("growth", { kind: "change", of, months: 12, as }), from);
  };
  expect(change("amount")).toMatchObject({ value: rational(200), from: "2015-07-01", to: "2017-07-01" });
  expect(change("share").value).toEqual(rational(2));
  expect(change("share", facts.slice(1)).value).toBeNull();
  expect(change("share", [aFact({ on: "2016-06-30", amountMinor: -1n })]).value).toBeNull();
});

test("what held then counts then, in a change of what holds", () => {
  const facts = [
    aFact({ kind: "certification", person: "ada", on: "2016-01-01", until: "2017-01-01" }),
    aFact({ kind: "certification", person: "grace", on: "2016-01-01" }),
  ];
  const of = aDistinct("people", { of: "person", source: certificates });
  const change = aMeasure("growth", { kind: "change", of, months: 12, as: "share" });
  expect(amountOf(change, facts)).toBe("-0.5");
  expect(evidence(change, facts)).toEqual(facts);
});

test("active periods are the whole ones before this in which the bound was reached", () => {
  const facts = ["2017-06-30", "2017-03-31", "2017-01-01", "2016-12-31", "2016-07-01", "2016-06-30"].map((on) =>
    aFact({ on }),
  );
  const active = (given: { fiscal?: boolean; atLeast?: number }) =>
    aMeasure("active", {
      kind: "active-periods",
      period: "quarter",
      last: 4,
      of: aCount("deals"),
      fiscal: given.fiscal ?? false,
      atLeast: rational(given.atLeast ?? 1),
    });
  expect(measured(active({}), facts)).toMatchObject({ value: rational(4), from: "2016-04-01", to: "2017-04-01" });
  expect(amountOf(active({ atLeast: 2 }), facts)).toBe("1");
  expect(measured(active({ fiscal: true }), facts)).toMatchObject({ value: rational(3), from: "2016-05-01" });
  expect(evidence(active({}), facts)).toHaveLength(5);
});

test("a percentile needs others, and a review is not computed from facts, nor is what is made of one", () => {
  const review = aMeasure("review", { kind: "review", review: "partnership", window: { kind: "lifetime" } });
  const percentile = aMeasure("rank", { kind: "percentile", of: aSum("revenue"), among: [], counts: "not-above" });
  const made = aMeasure("best", { kind: "largest", of: [aSum("revenue"), review] });
  const values = measureFacts(programWith(review, percentile, made), [aFact()], ASOF);
  expect(values.map(({ measure, value }) => [measure, value])).toEqual([["rank", null]]);
  expect(evidence(percentile, [aFact()])).toHaveLength(1);
  expect(evidence(review, [aFact()])).toEqual([]);
});

test("the counted facts are the evidence: they add up to the measure and nothing else is among them", () => {
  const facts = [
    aFact({ id: "counted", amountMinor: 500n, customer: "Isdom" }),
    aFact({ id: "lost", kind: "deal.lost" }),
    aFact({ id: "too old", on: "2017-03-31" }),
    aFact({ id: "no amount", amountMinor: null }),
  ];
  const idsOf = (measure: Measure) => evidence(measure, facts).map(({ id }) => id);
  expect(idsOf(aSum("revenue", { window: DAYS_90 }))).toEqual(["counted"]);
  expect(idsOf(aDistinct("customers"))).toEqual(["counted"]);
  expect(idsOf(aCount("deals", { window: DAYS_90 }))).toEqual(["counted", "no amount"]);
});

test("sums per day give the same measures as the facts themselves, for 300 random partners and programs", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomOf(seed);
    const program = randomProgram(random);
    const facts = randomFacts(random, 60);
    const asOf = facts[0]?.on ?? ASOF;
    const adjustments = randomAdjustments(random, program);
    const days = new Map(seriesOf(program).map((series) => [series.key, sumsByDay(series, facts)]));
    const fromDays = measureFromSums(
      program,
      asOf,
      {
        ...totalsOfFacts(facts),
        sumOf: ({ key }, { from, to }) => {
          const sums = days.get(key);
          if (sums === undefined) throw new Error(`No series ${key}`);
          return [...sums].filter(([on]) => on < to && on >= (from ?? "")).reduce((sum, [, value]) => sum + value, 0n);
        },
      },
      adjustments,
    );
    expect(fromDays, `seed ${seed}`).toEqual(measureFacts(program, facts, asOf, adjustments));
  }
});

test("neither the order of facts nor their repetition moves a measure, for 300 random partners and programs", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomOf(seed);
    const program = randomProgram(random);
    const facts = randomFacts(random, 40);
    const asOf = facts[0]?.on ?? ASOF;
    const adjustments = randomAdjustments(random, program);
    const shuffled = [...facts, ...facts.filter(() => random() < 0.5)]
      .map((fact) => ({ fact, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ fact }) => ({ ...fact }));
    expect(measureFacts(program, shuffled, asOf, [...adjustments]), `seed ${seed}`).toEqual(
      measureFacts(program, facts, asOf, adjustments),
    );
  }
});

test("only its evidence moves a measure, for 100 random partners and programs", () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = randomOf(seed);
    const program = randomProgram(random);
    const facts = randomFacts(random, 40);
    const asOf = facts[0]?.on ?? ASOF;
    const adjustments = randomAdjustments(random, program);
    measureFacts(program, facts, asOf, adjustments).forEach((value, i) => {
      const measure = program.measures[i];
      if (measure === undefined) throw new Error("No measure");
      const counted = countedFacts(program, measure, facts, asOf, adjustments);
      const again = measureFacts(program, counted, asOf, adjustments)[i];
      expect({ ...again, adjustments: [] }, `seed ${seed}, ${measure.name}`).toEqual({ ...value, adjustments: [] });
    });
  }
});

function sumsByDay(series: Series, facts: readonly Fact[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { fact, on, sign } of facts.flatMap(entriesOf))
    if (matchesSource(series.source, fact)) sums.set(on, (sums.get(on) ?? 0n) + sign * termOf(series, fact));
  return sums;
}

function measured(measure: Measure, facts: readonly Fact[], asOf: CalendarDate = ASOF): MeasureValue {
  const [value] = measureFacts(programWith(measure), facts, asOf);
  if (value === undefined) throw new Error(`No measure ${measure.name}`);
  return value;
}

function amountOf(measure: Measure, facts: readonly Fact[], asOf: CalendarDate = ASOF): string | null {
  const { value } = measured(measure, facts, asOf);
  return value === null ? null : toExactString(value);
}

const evidence = (measure: Measure, facts: readonly Fact[]): Fact[] =>
  countedFacts(programWith(measure), measure, facts, ASOF);

test("a fact that was taken off again counts on its day and against it on the other, whatever the measure", () => {
  const program = programOf(
    documentWith({
      measures: `
  sum: { sum: amount, of: deal.won, window: month }
  capped: { sum: amount, of: deal.won, window: month, cap-per-customer: 1000 }
  count: { count: deal.won, window: { rolling: 12 months } }
  customers: { distinct: customer, of: deal.won, window: { rolling: 12 months } }
  median: { median: amount, of: deal.won, window: { rolling: 12 months } }
  revenue: { sum: amount, of: deal.won }`,
    }),
  );
  const facts = [
    aFact({ on: "2026-01-20", reversedOn: "2026-03-05", customer: "Acme" }),
    aFact({ on: "2026-03-01", customer: "Beta", amountMinor: 40_000n }),
  ];
  const on = (asOf: string) =>
    Object.fromEntries(
      measureFacts(program, facts, day(asOf)).map(({ measure, value }) => [measure, value && toExactString(value)]),
    );
  const january = { sum: "100", capped: "100", count: "1", customers: "1", median: "100", revenue: "100" };
  expect(on("2026-01-31")).toEqual(january);
  expect(on("2026-03-31")).toEqual({
    sum: "300",
    capped: "300",
    count: "1",
    customers: "1",
    median: "400",
    revenue: "400",
  });
});

test("what is taken back later makes no period negative for deals that did not happen, nor hides a customer that bought", () => {
  const program = programOf(
    documentWith({
      measures: `
  posted: { sum: amount, of: deal.won, window: month }
  count: { count: deal.won, window: month, by: product }
  customers: { distinct: customer, of: deal.won, window: month }
  average: { average: amount, of: deal.won, window: month }
  recounted: { sum: amount, of: deal.won, window: month, late: recount }
  recounted-before: { sum: amount, of: deal.won, window: last month, late: recount }`,
      requires: "{ measure: posted, at-least: 1 }",
    }),
  );
  const facts = [
    aFact({ on: "2026-01-20", reversedOn: "2026-03-05", customer: "Acme", amountMinor: 90_000n, product: "A" }),
    aFact({ on: "2026-03-01", customer: "Acme", amountMinor: 40_000n, product: "A" }),
    aFact({ on: "2026-03-06", happenedOn: "2026-02-20", customer: "Beta", amountMinor: 20_000n, product: "A" }),
  ];
  const on = (asOf: string) =>
    measureFacts(program, facts, day(asOf)).map(({ value }) => value && toExactString(value));
  expect(on("2026-01-31")).toEqual(["900", "1", "1", "900", "0", "0"]);
  expect(on("2026-03-31")).toEqual(["0", "1", "2", "300", "400", "200"]);
});
