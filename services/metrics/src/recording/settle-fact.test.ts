import { expect, test } from "vitest";
import type { FactRow } from "../fact/fact.store.js";
import type { FactContent } from "../fact/fact-report.js";
import { settleFact } from "./settle-fact.js";

const won: FactContent = {
  partnerId: "p",
  family: "deal",
  kind: "deal.won",
  externalId: "CRM-1",
  occurredOn: "2026-04-01",
  openedOn: "2026-01-01",
  untilOn: null,
  amountMinor: 100_000n,
  currency: "USD",
  quantity: null,
  customer: "Isdom",
  personId: null,
  product: "GTX Pro",
  attributes: { region: "West", channel: "direct" },
  origin: null,
  refundsDeal: null,
};
const open: FactContent = { ...won, kind: "deal.open", occurredOn: "2026-02-01" };
const lost: FactContent = { ...won, kind: "deal.lost" };
const recorded = (content: FactContent, more: Partial<FactRow> = {}): FactRow => ({
  ...content,
  factId: "f",
  revision: 1,
  reversedOn: null,
  isVoid: false,
  correctedBecause: null,
  ...more,
});

test("a deal that nobody has reported is new", () => {
  expect(settleFact(won, null)).toEqual({ kind: "New" });
});

test("a deal reported again word for word changes nothing, in any order of its attributes", () => {
  const again = { ...won, attributes: { channel: "direct", region: "West" } };
  expect(settleFact(again, recorded(won))).toEqual({ kind: "Unchanged", known: recorded(won) });
});

test.each([
  ["won", won],
  ["lost", lost],
  ["open for another amount", { ...open, amountMinor: 90_000n }],
])("an open deal may come to be %s", (_, later) => {
  expect(settleFact(later, recorded(open))).toEqual({ kind: "Advances", known: recorded(open) });
});

test("an open deal reported on another day is no change of the deal", () => {
  expect(settleFact({ ...open, occurredOn: "2026-03-01" }, recorded(open))).toMatchObject({ kind: "Unchanged" });
});

test("a deal won or lost is never reported differently, and the refusal names all that differs", () => {
  expect(settleFact({ ...won, customer: "Zathunicon", product: null, attributes: {} }, recorded(won))).toEqual({
    kind: "Refused",
    problem: {
      code: "CONTENT_DIFFERS",
      field: "customer",
      message: "CRM-1 is recorded as deal.won with other content: customer, product, attributes.",
    },
  });
  for (const other of [lost, open, { ...won, occurredOn: "2026-04-02" }, { ...won, amountMinor: 1n }])
    expect(settleFact(other, recorded(won))).toMatchObject({ problem: { code: "CONTENT_DIFFERS" } });
});

test("a lost deal is not won after all", () => {
  expect(settleFact(won, recorded(lost))).toMatchObject({ problem: { code: "CONTENT_DIFFERS", field: "kind" } });
});

test("an attribute reported with another value, one more or one less is other content", () => {
  const others: Record<string, string>[] = [
    { region: "East", channel: "direct" },
    { region: "West", channel: "direct", more: "" },
    { region: "West" },
  ];
  for (const attributes of others)
    expect(settleFact({ ...won, attributes }, recorded(won))).toMatchObject({ problem: { field: "attributes" } });
});

test("a deal that was taken back is not reported again", () => {
  const taken = recorded(won, { isVoid: true, correctedBecause: "It was a test" });
  expect(settleFact(won, taken)).toMatchObject({
    problem: { code: "FACT_VOID", message: "CRM-1 was taken back: It was a test" },
  });
});

test("a deal is known by what was reported of it, no matter what the rate, the share and the day were that it counts by", () => {
  const origin = {
    toldMinor: "90000",
    toldCurrency: "EUR",
    rate: "1.1",
    rateOn: "2026-03-31",
    happenedOn: "2026-02-01",
  };
  const posted = { ...won, origin };
  const again = { ...posted, occurredOn: "2026-05-01", amountMinor: 1n, origin: { ...origin, rate: "1.2" } };
  expect(settleFact(again, recorded(posted))).toMatchObject({ kind: "Unchanged" });
  const other = { ...posted, origin: { ...origin, happenedOn: "2026-02-02", toldMinor: "1" } };
  expect(settleFact(other, recorded(posted))).toMatchObject({
    problem: { message: expect.stringMatching(/: on, amount\.$/) },
  });
});

test("that the customer turned out to be the partner's own is no other content", () => {
  const own = {
    ...won,
    attributes: { ...won.attributes, "self-dealing": "yes" },
    origin: { isOwnCustomer: true as const },
  };
  expect(settleFact(won, recorded(own))).toMatchObject({ kind: "Unchanged" });
  expect(settleFact({ ...own, origin: null }, recorded(won))).toMatchObject({ problem: { field: "attributes" } });
});
