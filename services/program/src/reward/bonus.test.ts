import { expect, test } from "vitest";
import { aFact, amounts, documentWith, owedFor, programOf } from "../fixtures/index.js";

const program = (text: string) => programOf(documentWith({ more: text }));
const QUARTER = program(
  "bonuses: { quarter: { title: Quarter target, sum: amount, of: deal.won, net-of: deal.refunded, over: quarter, targets: { 1000: 50, 2000: 120 }, why: W. } }",
);

test("each target that a quarter reaches is paid once, no matter what comes after it", () => {
  const facts = ["2017-04-01", "2017-05-01", "2017-06-01", "2017-06-02", "2017-06-03"].map((on) =>
    aFact({ on, amountMinor: 60_000n }),
  );
  const owed = owedFor(QUARTER, facts);
  expect(owed.map(({ subject, on, amountMinor }) => [subject, on, amountMinor])).toEqual([
    ["2017-04-01 1", "2017-05-01", 5_000n],
    ["2017-04-01 2", "2017-06-02", 12_000n],
  ]);
  expect(owed[0]?.explanation).toBe(
    "Quarter target: 50.00 USD for 1,000.00 USD from 1 April 2017 to 30 June 2017 reached on 1 May 2017.",
  );
});

test("a target is met to the cent, and each quarter on its own", () => {
  const just = [aFact({ amountMinor: 99_999n }), aFact({ amountMinor: 1n })];
  expect(amounts(owedFor(QUARTER, just))).toEqual([5_000n]);
  expect(owedFor(QUARTER, just.slice(0, 1))).toEqual([]);
  const quarters = ["2017-06-30", "2017-07-01"].map((on) => aFact({ on, amountMinor: 60_000n }));
  expect(owedFor(QUARTER, quarters)).toEqual([]);
});

test("a refund takes a target back that is no longer reached", () => {
  const deal = { ...aFact({ amountMinor: 100_000n }), deal: "D-1" };
  const refund = aFact({ kind: "deal.refunded", amountMinor: 1n, attributes: { deal: "D-1" } });
  expect(amounts(owedFor(QUARTER, [deal]))).toEqual([5_000n]);
  expect(owedFor(QUARTER, [deal, refund])).toEqual([]);
});

test("deals and quantities are targets, too", () => {
  const counted = program("bonuses: { habit: { count: deal.won, over: month, targets: { 3: 10 }, why: W. } }");
  expect(amounts(owedFor(counted, [aFact(), aFact(), aFact()]))).toEqual([1_000n]);
  const seats = program("bonuses: { seats: { sum: quantity, of: seats, over: year, targets: { 50: 10 }, why: W. } }");
  const added = (quantity: bigint) => aFact({ kind: "seats", amountMinor: null, quantity });
  expect(amounts(owedFor(seats, [added(30n), added(20n)]))).toEqual([1_000n]);
  expect(owedFor(seats, [added(30n), added(30n), { ...added(-20n), on: aFact({ on: "2017-07-01" }).on }])).toEqual([]);
});

const BY_TIER = (prorate: string) =>
  program(
    `bonuses: { q: { sum: amount, of: deal.won, over: quarter, targets: { registered: { 1000: 100 }, gold: { 2000: 300 } }${prorate}, why: W. } }`,
  );

test("a target by tier is that of the tier held when it is reached", () => {
  const tiers = { "2017-01-01": "registered", "2017-05-01": "gold" };
  const early = [aFact({ on: "2017-04-02", amountMinor: 100_000n })];
  expect(amounts(owedFor(BY_TIER(""), early, { tiers }))).toEqual([10_000n]);
  const late = [aFact({ on: "2017-05-02", amountMinor: 100_000n })];
  expect(owedFor(BY_TIER(""), late, { tiers })).toEqual([]);
});

test("a tier that changes in mid-quarter is prorated by days where the rule says so", () => {
  // 30 days of April registered, 61 of May and June gold: (30 × 1,000 + 61 × 2,000) / 91 = 1,670.33; pays 234.07.
  const tiers = { "2017-01-01": "registered", "2017-05-01": "gold" };
  const owed = (amountMinor: bigint) =>
    owedFor(BY_TIER(", prorate: by-days"), [aFact({ on: "2017-05-02", amountMinor })], { tiers });
  expect(owed(167_032n)).toEqual([]);
  expect(amounts(owed(167_033n))).toEqual([23_407n]);
});

test("days before the first placement pay nothing", () => {
  const tiers = { "2017-05-01": "gold" };
  const owed = owedFor(BY_TIER(", prorate: by-days"), [aFact({ on: "2017-05-02", amountMinor: 200_000n })], { tiers });
  // 300 for 61 of 91 days.
  expect(amounts(owed)).toEqual([20_110n]);
});

const SPIFF = program(
  "spiffs: { push: { title: Spring push, of: deal.won, where: { product: GTX Pro }, since: 2017-04-01, before: 2017-07-01, pays: { gold: 250 }, first: { count: 2, per: lifetime }, why: W. } }",
);

test("a spiff pays its sum for the first deals of its days", () => {
  const on = ["2017-03-31", "2017-04-01", "2017-05-01", "2017-06-01", "2017-07-01"];
  const owed = owedFor(SPIFF, [...on.map((day) => aFact({ on: day, product: "GTX Pro" })), aFact()]);
  expect(owed.map(({ on: day, amountMinor }) => [day, amountMinor])).toEqual([
    ["2017-04-01", 25_000n],
    ["2017-05-01", 25_000n],
  ]);
  expect(owed[0]?.explanation).toBe("Spring push: 250.00 USD for what was sold on 1 April 2017.");
});

test("a spiff pays nothing to a tier that it does not name", () => {
  expect(owedFor(SPIFF, [aFact({ product: "GTX Pro" })], { tiers: { "2017-01-01": "registered" } })).toEqual([]);
});

const CEILING = (beyond: string, most = "at-most: 12") =>
  program(`rebates: { deal-rebate: { of: deal.won, rate: { gold: 5% }, why: W. } }
spiffs: { push: { of: deal.won, before: 2018-01-01, pays: 3, why: W. } }
ceilings: { a-month: { title: Monthly ceiling, of: [rebates.deal-rebate, spiffs.push], each: partner, over: month, ${most}, beyond: ${beyond}, why: W. } }`);
const twoDeals = ["2017-06-01", "2017-06-02"].map((on) => aFact({ on }));

test("a partner's ceiling pays the remainder, in the order of days and rules", () => {
  const owed = owedFor(CEILING("remainder"), twoDeals);
  expect(owed.map(({ rule, amountMinor }) => [rule, amountMinor])).toEqual([
    ["deal-rebate", 500n],
    ["push", 300n],
    ["deal-rebate", 400n],
  ]);
  expect(owed[2]?.explanation).toContain("the remainder below Monthly ceiling, 12.00 USD a month.");
});

test("a ceiling that refuses pays nothing of what no longer fits, and what still fits", () => {
  expect(amounts(owedFor(CEILING("refuse"), twoDeals))).toEqual([500n, 300n, 300n]);
});

test("a soft ceiling holds nothing back", () => {
  expect(amounts(owedFor(CEILING("alert"), twoDeals))).toHaveLength(4);
});

test("a ceiling may count how often it pays", () => {
  expect(amounts(owedFor(CEILING("refuse", "times: 3"), twoDeals))).toEqual([500n, 300n, 500n]);
});

test("the order in which facts came changes nothing", () => {
  const backwards = owedFor(CEILING("remainder"), [...twoDeals].reverse());
  expect(backwards).toEqual(owedFor(CEILING("remainder"), twoDeals));
});
