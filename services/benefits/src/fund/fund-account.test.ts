import { publishedProgram } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { expect, test } from "vitest";
import { dueOf, type FundPeriod, fundPeriodOf, reimbursable } from "./fund-account.js";

const program = publishedProgram(`
program: p
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won } }
tiers: { base: { rank: 0, why: Everyone. }, gold: { rank: 1, why: More., requires: { measure: revenue, at-least: 1 } } }
funds:
  by-tier: { over: quarter, budget: 5000, allocates: { gold: 2000 }, reimburses: 33.3%, why: W. }
  by-hand: { over: year, budget: 5000, allocates: discretion, why: W. }
  co-op: { over: quarter, budget: 5000, allocates: { of: deal.won, where: { product: A }, rate: 2% }, why: W. }
`);
const periodOf = (name: string, day = "2026-05-31"): FundPeriod => {
  const fund = program.funds.find((one) => one.name === name);
  if (fund === undefined) throw new Error(`No fund ${name}`);
  return fundPeriodOf(fund, program, day);
};
const deal = (on: string, amountMinor: bigint, product = "A") => ({
  id: on,
  kind: "deal.won",
  on: knownCalendarDate(on),
  until: null,
  amountMinor,
  quantity: null,
  customer: null,
  person: null,
  product,
  attributes: {},
});

test("a fund is of one period, and the ledger names it by both", () => {
  expect(periodOf("by-tier")).toMatchObject({ key: "by-tier 2026-04-01", period: { until: "2026-07-01" } });
});

test("a tier gives its sum, no other tier anything, and a person what it decides", () => {
  const due = (name: string, tier: string | null) => dueOf(periodOf(name), { tier, facts: [] });
  expect([due("by-tier", "gold"), due("by-tier", "base"), due("by-tier", null)]).toEqual([200_000n, 0n, 0n]);
  expect(due("by-hand", "gold")).toBeNull();
});

test("co-op is a share of what the period brought by the deals that it names", () => {
  const facts = [
    deal("2026-03-31", 90_000n),
    deal("2026-04-01", 12_345n),
    deal("2026-06-30", 1n),
    deal("2026-05-01", 9_999n, "B"),
  ];
  // 2% of 123.46 are 2.4692.
  expect(dueOf(periodOf("co-op"), { tier: null, facts })).toBe(247n);
});

test("what is paid back is the fund's share of what was spent, never more than was approved", () => {
  expect(reimbursable(periodOf("by-tier"), { spentMinor: 10_000n, approvedMinor: 9_000n })).toBe(3_330n);
  expect(reimbursable(periodOf("by-tier"), { spentMinor: 10_000n, approvedMinor: 3_000n })).toBe(3_000n);
});
