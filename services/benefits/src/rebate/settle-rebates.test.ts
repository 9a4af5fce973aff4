import { publishedProgram } from "@tiergraph/program/document/published-program";
import { expect, test } from "vitest";
import type { AccruedRow } from "../ledger/ledger.store.js";
import type { PayingFactRow } from "./paying-fact.store.js";
import { type LedgerEntry, settleRebates } from "./settle-rebates.js";

const program = publishedProgram(`
program: p
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won, window: lifetime } }
tiers:
  base: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: More., requires: { measure: revenue, at-least: 1 } }
  gold: { rank: 2, why: Most., requires: { measure: revenue, at-least: 2 } }
rebates: { deal-rebate: { of: deal.won, rate: { silver: 15%, gold: 20% }, why: Thanks. } }
`);
const fact = (occurredOn: string): PayingFactRow => ({
  partnerId: "p",
  factId: "f",
  revision: 1,
  kind: "deal.won",
  occurredOn,
  amountMinor: 100_000n,
  currency: "USD",
  customer: null,
  product: null,
  attributes: {},
  program: "p",
  programVersion: "1",
});
const periods = [
  { partnerId: "p", fromOn: "2026-01-01", tier: "silver", decisionId: "d1" },
  { partnerId: "p", fromOn: "2026-04-01", tier: "gold", decisionId: "d2" },
];
const settle = (occurredOn: string, accrued: AccruedRow[] = []): LedgerEntry[] =>
  settleRebates({ fact: fact(occurredOn), program, periods, accrued, recordedAt: new Date(0), newId: () => "t" });
const posted = (accruedMinor: bigint): AccruedRow => ({
  partnerId: "p",
  factId: "f",
  rule: "deal-rebate",
  currency: "USD",
  accruedMinor,
});
const earned = (entries: LedgerEntry[]) =>
  entries.flatMap(({ postings }) =>
    postings.filter(({ account }) => account === "partner:earned").map(({ amountMinor }) => amountMinor),
  );

test("a deal earns by the tier held on its own day", () => {
  expect(earned(settle("2026-03-31"))).toEqual([15_000n]);
  expect(earned(settle("2026-04-01"))).toEqual([20_000n]);
  expect(settle("2025-12-31")).toEqual([]);
});

test("what was posted already is not posted again", () => {
  expect(settle("2026-03-31", [posted(15_000n)])).toEqual([]);
});

test("a tier that changed for the deal's day corrects what was posted, up or down", () => {
  expect(settle("2026-04-01", [posted(15_000n)])).toMatchObject([{ transaction: { kind: "REBATE_CORRECTED" } }]);
  expect(earned(settle("2026-04-01", [posted(15_000n)]))).toEqual([5_000n]);
  expect(earned(settle("2025-12-31", [posted(15_000n)]))).toEqual([-15_000n]);
});

test("every entry adds up to zero over its accounts", () => {
  for (const { postings } of settle("2026-04-01"))
    expect(postings.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
});
