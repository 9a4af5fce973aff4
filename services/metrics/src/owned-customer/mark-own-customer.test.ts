import { expect, test } from "vitest";
import type { FactRow } from "../fact/fact.store.js";
import { markOwnCustomer } from "./mark-own-customer.js";

const won: FactRow = {
  partnerId: "p",
  factId: "f",
  revision: 1,
  family: "deal",
  kind: "deal.won",
  externalId: "CRM-1",
  occurredOn: "2026-04-01",
  openedOn: null,
  untilOn: null,
  amountMinor: 1n,
  currency: "USD",
  quantity: null,
  customer: "Own",
  personId: null,
  product: null,
  attributes: { region: "West" },
  origin: null,
  refundsDeal: null,
  reversedOn: null,
  isVoid: false,
  correctedBecause: null,
};

test("a deal of a customer that turns out to be the partner's own is marked, and unmarked again", () => {
  const marked = markOwnCustomer(won, true);
  expect(marked).toMatchObject({
    attributes: { region: "West", "self-dealing": "yes" },
    origin: { isOwnCustomer: true },
  });
  const unmarked = markOwnCustomer({ ...won, ...marked }, false);
  expect(unmarked).toMatchObject({ attributes: { region: "West" }, origin: null });
});

test("what is known already changes nothing, and what was said of self-dealing stands", () => {
  expect(markOwnCustomer(won, false)).toBeNull();
  for (const said of ["yes", "no"])
    expect(markOwnCustomer({ ...won, attributes: { "self-dealing": said } }, true)).toBeNull();
});
