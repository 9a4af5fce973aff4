import { expect, test } from "vitest";
import type { Measure } from "../document/measures/index.js";
import type { Window } from "../document/periods/index.js";
import { knownCalendarDate as day, rational, toExactString } from "../exact/index.js";
import {
  aCount,
  aFact,
  amountOf,
  aSum,
  DAYS_90,
  documentWith,
  factsCountedBy,
  measured,
  programOf,
  refund,
  refunded,
  sourceOf,
} from "../fixtures/index.js";
import { measureFacts } from "./measure-facts.js";

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
  const idsOf = (measure: Measure) => factsCountedBy(measure, facts).map(({ kind }) => kind);
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

test("a fact that was taken off again counts on its day and against it on the other, no matter the measure", () => {
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
