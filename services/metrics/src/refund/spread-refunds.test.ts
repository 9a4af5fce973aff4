import { expect, test } from "vitest";
import type { FactRow } from "../fact/fact.store.js";
import { holdRefund } from "./hold-refund.js";
import { spreadRefunds } from "./spread-refunds.js";

const deal: FactRow = {
  partnerId: "p",
  factId: "f",
  revision: 1,
  family: "deal",
  kind: "deal.won",
  externalId: "D",
  occurredOn: "2026-03-01",
  openedOn: null,
  untilOn: null,
  amountMinor: 10_001n,
  currency: "USD",
  quantity: null,
  customer: null,
  personId: null,
  product: null,
  attributes: {},
  origin: null,
  refundsDeal: null,
  reversedOn: null,
  isVoid: false,
  correctedBecause: null,
};
const refund = (externalId: string, amountMinor: bigint, more: Partial<FactRow> = {}): FactRow => ({
  ...deal,
  family: "deal.refunded",
  kind: "deal.refunded",
  factId: externalId,
  externalId,
  amountMinor,
  occurredOn: "2026-04-01",
  refundsDeal: "D",
  ...more,
});
const whole = (wholeMinor: bigint) => ({ share: 5_000, wholeMinor: String(wholeMinor) });
const half = { ...deal, amountMinor: 5_001n, origin: whole(10_001n) };
const parts = [
  { partnerId: "p", share: 5_000 },
  { partnerId: "q", share: 5_000 },
];
const never = () => false;
const amounts = (refunds: readonly FactRow[], of = half) => {
  const changed = new Map(spreadRefunds(of, { parts, refunds, isClosed: never }).map((row) => [row.externalId, row]));
  return refunds.map((row) => (changed.get(row.externalId) ?? row).amountMinor);
};

test("refunds bit by bit take just what the partner has of the deal, in any order in which they came", () => {
  const refunds = [3_333n, 3_333n, 3_335n].map((minor, i) => refund(`R${i}`, minor / 2n, { origin: whole(minor) }));
  expect(amounts(refunds)).toEqual([1_667n, 1_666n, 1_668n]);
  expect(amounts([...refunds].reverse())).toEqual([1_668n, 1_666n, 1_667n]);
  // Once they are spread, nothing changes any more.
  const spread = spreadRefunds(half, { parts, refunds, isClosed: never });
  const settled = refunds.map((row) => spread.find(({ externalId }) => externalId === row.externalId) ?? row);
  expect(spreadRefunds(half, { parts, refunds: settled, isClosed: never })).toEqual([]);
});

test("refunds in the deal's currency go at its rate, and together leave nothing of it", () => {
  const euro = { toldCurrency: "EUR", rate: "1.005", rateOn: "2026-03-01" };
  const sold = { ...deal, amountMinor: 10_050n, origin: { ...euro, toldMinor: "10000" } };
  const refunds = ["3333", "3333", "3334"].map((toldMinor, i) =>
    refund(`R${i}`, 1n, { origin: { ...euro, rate: "1.2", rateOn: "2026-04-01", toldMinor } }),
  );
  const spread = spreadRefunds(sold, { parts: [], refunds, isClosed: never });
  expect(spread.map(({ amountMinor }) => amountMinor)).toEqual([3_350n, 3_349n, 3_351n]);
  expect(spread.every(({ origin }) => origin?.rate === "1.005" && origin.rateOn === "2026-03-01")).toBe(true);
});

test("of a closed period no cent moves: the refunds after it make up for it", () => {
  const refunds = [3_333n, 3_333n, 3_335n].map((minor, i) => refund(`R${i}`, minor / 2n, { origin: whole(minor) }));
  const isClosed = ({ externalId }: FactRow) => externalId === "R0";
  const spread = spreadRefunds(half, { parts, refunds, isClosed });
  // 16.66 stays, where 16.67 were due: the second has 16.67.
  expect(spread.map(({ externalId, amountMinor }) => [externalId, amountMinor])).toEqual([
    ["R1", 1_667n],
    ["R2", 1_668n],
  ]);
});

test("a refund of a closed period goes at another rate where its deal does", () => {
  const euro = { toldCurrency: "EUR", rate: "1.1", rateOn: "2026-03-01" };
  const sold = { ...deal, amountMinor: 12_000n, origin: { ...euro, rate: "1.2", toldMinor: "10000" } };
  const one = refund("R1", 2_200n, { origin: { ...euro, toldMinor: "2000" } });
  expect(spreadRefunds(sold, { parts: [], refunds: [one], isClosed: () => true })).toMatchObject([
    { amountMinor: 2_400n, origin: { rate: "1.2" } },
  ]);
  const atRate = { ...sold, origin: { ...euro, toldMinor: "10000" } };
  expect(spreadRefunds(atRate, { parts: [], refunds: [one], isClosed: () => true })).toEqual([]);
});

const held = (one: FactRow, of: FactRow | null, refunds: FactRow[] = [], credited = 10_000) =>
  holdRefund(one, { deal: of, key: credited === 0 ? null : { credited }, refunds });

test("a refund is held against what is left of its deal", () => {
  expect(held(refund("R1", 10_001n), deal).kind).toBe("Fits");
  expect(held(refund("R2", 2n), deal, [refund("R1", 10_000n)])).toMatchObject({
    kind: "Refused",
    problem: { code: "REFUND_EXCEEDS_DEAL", message: "0.01 USD of deal D are left to be refunded, not 0.02 USD." },
  });
  expect(held(refund("R2", 1n), deal, [refund("R1", 10_001n)])).toMatchObject({
    problem: { message: "Deal D is refunded whole: nothing of it is left." },
  });
});

test("a refund waits for a deal that is not there or not won, and is refused for one that is another's or taken back", () => {
  const one = refund("R1", 1n);
  expect(held(one, null, [], 0)).toMatchObject({ kind: "Waits", problem: { code: "DEAL_UNKNOWN" } });
  expect(held(one, { ...deal, kind: "deal.open" })).toMatchObject({ kind: "Waits", problem: { code: "DEAL_NOT_WON" } });
  expect(held(one, null)).toMatchObject({ kind: "Refused", problem: { code: "DEAL_OF_ANOTHER_PARTNER" } });
  expect(held(one, { ...deal, isVoid: true })).toMatchObject({ problem: { code: "DEAL_TAKEN_BACK" } });
  expect(held(one, half)).toMatchObject({ problem: { code: "SHARE_DIFFERS" } });
});
