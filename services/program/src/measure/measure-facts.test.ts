import { expect, test } from "vitest";
import type { Measure } from "../document/measures/index.js";
import { knownCalendarDate as day, rational, toExactString } from "../exact/index.js";
import {
  ASOF,
  aCount,
  aDistinct,
  aFact,
  amountOf,
  aStatistic,
  aSum,
  certificates,
  DAYS_90,
  factsCountedBy,
  measured,
  programWith,
  refund,
  refunded,
  sourceOf,
} from "../fixtures/index.js";
import type { Fact } from "./fact.js";
import { measureFacts } from "./measure-facts.js";

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

test("split by attribute, each value of the attribute is measured by itself, and facts without it count for the whole only", () => {
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

test("the counted facts are the evidence: they add up to the measure and nothing else is among them", () => {
  const facts = [
    aFact({ id: "counted", amountMinor: 500n, customer: "Isdom" }),
    aFact({ id: "lost", kind: "deal.lost" }),
    aFact({ id: "too old", on: "2017-03-31" }),
    aFact({ id: "no amount", amountMinor: null }),
  ];
  const idsOf = (measure: Measure) => factsCountedBy(measure, facts).map(({ id }) => id);
  expect(idsOf(aSum("revenue", { window: DAYS_90 }))).toEqual(["counted"]);
  expect(idsOf(aDistinct("customers"))).toEqual(["counted"]);
  expect(idsOf(aCount("deals", { window: DAYS_90 }))).toEqual(["counted", "no amount"]);
});
