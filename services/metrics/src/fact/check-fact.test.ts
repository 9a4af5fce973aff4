import { expect, test } from "vitest";
import { checkFact, type FactReport, familyOf } from "./check-fact.js";

const bounds = { currency: "USD", today: "2026-04-01", knownPartnerIds: new Set(["p"]) };
const won: FactReport = {
  kind: "deal.won",
  externalId: "CRM-1",
  partnerId: "p",
  on: "2026-04-01",
  amount: "1250.50",
  currency: "USD",
};
const check = (differing: Partial<FactReport> = {}) => checkFact({ ...won, ...differing }, bounds);
const contentOf = (differing: Partial<FactReport> = {}) => {
  const checked = check(differing);
  if (checked.kind === "Refused") throw new Error(checked.problem.message);
  return checked.content;
};
const named = (name: string, value = "x") => ({ name, value });

test("a sound deal is taken as it is told, its amount in cents", () => {
  const report = {
    openedOn: "2026-01-01",
    customer: "Isdom",
    product: "GTX Pro",
    attributes: [named("region", "West")],
  };
  expect(contentOf(report)).toEqual({
    partnerId: "p",
    family: "deal",
    kind: "deal.won",
    externalId: "CRM-1",
    occurredOn: "2026-04-01",
    openedOn: "2026-01-01",
    untilOn: null,
    amountMinor: 125_050n,
    currency: "USD",
    quantity: null,
    customer: "Isdom",
    personId: null,
    product: "GTX Pro",
    attributes: { region: "West" },
  });
});

test.each<[string, Partial<FactReport>, string, string]>([
  ["no external id", { externalId: " " }, "TEXT_INVALID", "externalId"],
  ["a customer of 201 characters", { customer: "x".repeat(201) }, "TEXT_INVALID", "customer"],
  ["a product with a control character", { product: "GTX\u0000Pro" }, "TEXT_INVALID", "product"],
  ["an attribute without a name", { attributes: [named("")] }, "TEXT_INVALID", "attributes"],
  [
    "an attribute's value of 201 characters",
    { attributes: [named("a", "x".repeat(201))] },
    "TEXT_INVALID",
    "attributes",
  ],
  ["an attribute named twice", { attributes: [named("a", "1"), named("a", "2")] }, "TEXT_INVALID", "attributes"],
  ["a partner that nobody knows", { partnerId: "q" }, "PARTNER_UNKNOWN", "partnerId"],
  ["a won deal without its day", { on: null }, "DAY_MISSING", "on"],
  ["a lost deal without its day", { kind: "deal.lost", on: null }, "DAY_MISSING", "on"],
  ["a deal won tomorrow", { on: "2026-04-02" }, "DAY_IN_FUTURE", "on"],
  ["a deal opened tomorrow", { openedOn: "2026-04-02" }, "DAY_IN_FUTURE", "openedOn"],
  ["another currency than the program's", { currency: "EUR" }, "CURRENCY_UNSUPPORTED", "currency"],
  ["a won deal without its amount", { amount: null }, "AMOUNT_MISSING", "amount"],
  ["an amount that is no number", { amount: "1,250" }, "AMOUNT_INVALID", "amount"],
  ["an amount below a cent", { amount: "0.005" }, "AMOUNT_INVALID", "amount"],
  ["an amount below zero", { amount: "-0.01" }, "AMOUNT_NEGATIVE", "amount"],
  ["seats without their quantity", { kind: "seats", quantity: null }, "QUANTITY_MISSING", "quantity"],
])("%s is refused", (_, differing, code, field) => {
  expect(check(differing)).toMatchObject({ kind: "Refused", problem: { code, field } });
});

test("texts reach to 200 characters and attributes to fifty", () => {
  const attributes = (count: number) => Array.from({ length: count }, (_, i) => named(`a${i}`));
  expect(check({ externalId: "x".repeat(200), customer: "x".repeat(200) }).kind).toBe("Sound");
  expect(check({ attributes: attributes(50) }).kind).toBe("Sound");
  expect(check({ attributes: attributes(51) })).toMatchObject({ problem: { field: "attributes" } });
});

test("an attribute's value may be empty, and texts may run over lines", () => {
  expect(contentOf({ attributes: [named("note", "")] }).attributes).toEqual({ note: "" });
  expect(contentOf({ customer: "Isdom\r\n\tWest" }).customer).toBe("Isdom\r\n\tWest");
});

test("today still counts, and a deal for nothing is a deal", () => {
  expect(contentOf({ on: bounds.today, openedOn: bounds.today, amount: "0" }).amountMinor).toBe(0n);
});

test("an amount without a currency is in the program's", () => {
  expect(contentOf({ currency: null })).toMatchObject({ amountMinor: 125_050n, currency: "USD" });
});

test("an open deal stands on the day it is told for, else on the day it was opened, else on today", () => {
  const open = (days: Partial<FactReport>) => contentOf({ kind: "deal.open", on: null, ...days }).occurredOn;
  expect(open({ on: "2026-03-01", openedOn: "2026-01-01" })).toBe("2026-03-01");
  expect(open({ openedOn: "2026-01-01" })).toBe("2026-01-01");
  expect(open({})).toBe("2026-04-01");
});

test("a lost deal needs no amount, and without an amount it has no currency either", () => {
  expect(contentOf({ kind: "deal.lost", amount: null })).toMatchObject({ amountMinor: null, currency: null });
});

test("seats are counted exactly, for nothing too", () => {
  expect(contentOf({ kind: "seats", amount: null, quantity: 0 }).quantity).toBe(0n);
  expect(contentOf({ kind: "seats", amount: null, quantity: 25 }).quantity).toBe(25n);
});

test("a deal is one thing from open to won or lost", () => {
  expect(["deal.open" as const, "deal.won" as const, "deal.lost" as const].map(familyOf)).toEqual([
    "deal",
    "deal",
    "deal",
  ]);
  expect(familyOf("certification")).toBe("certification");
});
