import { programWith } from "@tiergraph/program/fixtures";
import { expect, test } from "vitest";
import type { FactRow } from "../fact/fact.store.js";
import type { FactKeyRow } from "../fact/fact-key.store.js";
import type { FactContent } from "../fact/fact-report.js";
import { settleCorrections, type WantedCorrection } from "./settle-corrections.js";

const content: FactContent = {
  partnerId: "p",
  family: "deal",
  kind: "deal.won",
  externalId: "CRM-1",
  occurredOn: "2026-04-01",
  openedOn: null,
  untilOn: null,
  amountMinor: 100_000n,
  currency: "USD",
  quantity: null,
  customer: null,
  personId: null,
  product: null,
  attributes: {},
  origin: null,
  refundsDeal: null,
};
const row: FactRow = { ...content, factId: "f", revision: 3, reversedOn: null, isVoid: false, correctedBecause: null };
const key: FactKeyRow = {
  family: "deal",
  externalId: "CRM-1",
  partnerId: "p",
  factId: "f",
  credited: 10_000,
  parts: [],
};
const closing = { period: "month", afterDays: 10, late: "post", since: null } as const;

const voided: WantedCorrection = { key, replacement: null };
const replaced = (by: Partial<FactContent>): WantedCorrection => ({
  key,
  replacement: { kind: "Sound", content: { ...content, ...by } },
});
const settle = (
  wanted: WantedCorrection[],
  given: { known?: FactRow[]; today?: string; late?: "post" | "refuse" } = {},
) =>
  settleCorrections(wanted, {
    keys: [key],
    known: given.known ?? [row],
    today: given.today ?? "2026-04-20",
    program: { ...programWith(), closing: { ...closing, late: given.late ?? "post" } },
  });

test("a fact of an open period is taken back as if it had never been", () => {
  const settled = settle([voided]);
  expect(settled.outcomes).toEqual([
    { kind: "Voided", externalId: "CRM-1", partnerId: "p", factId: "f", countsOn: "2026-04-01" },
  ]);
  expect(settled.corrected).toEqual([{ fact: row, reversedOn: null, isVoid: true }]);
  expect(settled.movements).toEqual([{ fact: row, sign: -1n }]);
  expect(settled.credited).toEqual([{ ...key, credited: 0 }]);
});

test("a fact of a closed period counts against itself from the day of its correction on", () => {
  const settled = settle([voided], { today: "2026-06-01" });
  expect(settled.outcomes).toMatchObject([{ kind: "Voided", countsOn: "2026-06-01" }]);
  expect(settled.corrected).toEqual([{ fact: row, reversedOn: "2026-06-01", isVoid: true }]);
  expect(settled.movements).toEqual([{ fact: row, sign: -1n, on: "2026-06-01" }]);
});

test("where the program says so, nothing of a closed period is corrected", () => {
  const settled = settle([voided, replaced({ amountMinor: 1n })], { today: "2026-06-01", late: "refuse" });
  expect(settled.outcomes).toMatchObject([
    { problem: { code: "PERIOD_CLOSED" } },
    { problem: { code: "PERIOD_CLOSED" } },
  ]);
  expect(settled).toMatchObject({ corrected: [], added: [], movements: [] });
});

test("a replacement is the next revision of the same fact, and counts in its place", () => {
  const settled = settle([replaced({ amountMinor: 90_000n })]);
  const next = { ...row, amountMinor: 90_000n, revision: 4 };
  expect(settled.outcomes).toMatchObject([{ kind: "Replaced", factId: "f" }]);
  expect(settled.added).toEqual([next]);
  expect(settled.movements).toEqual([
    { fact: row, sign: -1n },
    { fact: next, sign: 1n },
  ]);
  expect(settled.credited).toEqual([]);
});

test("a replacement may take a smaller share, and never more than others leave", () => {
  const known = [{ ...row, origin: { share: 4_000, wholeMinor: "250000" } }];
  const less = settle([replaced({ origin: { share: 3_000, wholeMinor: "250000" } })], { known });
  expect(less.credited).toMatchObject([{ credited: 9_000 }]);
  const more = settle([replaced({ origin: { share: 4_001, wholeMinor: "250000" } })], { known });
  expect(more.outcomes).toMatchObject([{ problem: { code: "SHARES_EXCEED_WHOLE" } }]);
});

test("what is not known, was taken back before or is named twice is refused", () => {
  expect(settle([voided], { known: [] }).outcomes).toMatchObject([{ problem: { code: "FACT_UNKNOWN" } }]);
  const taken = { ...row, isVoid: true, correctedBecause: "A test" };
  expect(settle([voided], { known: [taken] }).outcomes).toMatchObject([{ problem: { code: "FACT_VOID" } }]);
  expect(settle([voided, voided]).outcomes).toMatchObject([
    { kind: "Voided" },
    { problem: { code: "FACT_NAMED_TWICE" } },
  ]);
});

test("where a deal goes at another rate, its refund of a closed period is posted and not rewritten", () => {
  const euro = { toldCurrency: "EUR", toldMinor: "100000", rate: "1.1", rateOn: "2026-04-01" };
  const deal: FactRow = { ...row, amountMinor: 110_000n, origin: euro };
  const refund: FactRow = {
    ...row,
    family: "deal.refunded",
    kind: "deal.refunded",
    externalId: "R1",
    factId: "r",
    revision: 1,
    amountMinor: 22_000n,
    origin: { ...euro, toldMinor: "20000" },
    refundsDeal: "CRM-1",
    occurredOn: "2026-04-15",
  };
  const again = {
    occurredOn: "2026-06-01",
    amountMinor: 120_000n,
    origin: { ...euro, rate: "1.2", happenedOn: "2026-04-01" },
  };
  const settled = settle([replaced(again)], { known: [deal, refund], today: "2026-06-01" });
  expect(settled.corrected).toEqual([
    { fact: deal, reversedOn: "2026-06-01", isVoid: false },
    { fact: refund, reversedOn: "2026-06-01", isVoid: false },
  ]);
  expect(settled.retired).toEqual([]);
  const posted = settled.added.find(({ factId }) => factId === "r");
  expect(posted).toMatchObject({
    revision: 2,
    occurredOn: "2026-06-01",
    amountMinor: 24_000n,
    origin: { rate: "1.2", happenedOn: "2026-04-15" },
  });
  expect(settled.movements.filter(({ fact }) => fact.factId === "r")).toEqual([
    { fact: posted, sign: 1n },
    { fact: refund, sign: -1n, on: "2026-06-01" },
  ]);
});
