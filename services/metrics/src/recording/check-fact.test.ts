import { programWith } from "@tiergraph/program/fixtures";
import { expect, test } from "vitest";
import { ownCustomerKey } from "../customer/customer-key.js";
import { type FactReport, familyOf } from "../fact/fact-report.js";
import { checkFact } from "./check-fact.js";
import { type FactBounds, rateKey } from "./report-bounds.js";

const bounds: FactBounds = {
  program: programWith(),
  today: "2026-04-01",
  knownPartnerIds: new Set(["p"]),
  rates: new Map([[rateKey("EUR", "2026-04-01"), { rate: "1.085", onDay: "2026-03-31" }]]),
  ownCustomers: new Set([ownCustomerKey({ partnerId: "p", customer: "Own  GmbH" })]),
  refundKinds: new Set(["deal.refunded"]),
};
const won: FactReport = {
  kind: "deal.won",
  externalId: "CRM-1",
  partnerId: "p",
  on: "2026-04-01",
  amount: "1250.50",
  currency: "USD",
};
const check = (differing: Partial<FactReport> = {}, among: Partial<FactBounds> = {}) =>
  checkFact({ ...won, ...differing }, { ...bounds, ...among });
const contentOf = (...given: Parameters<typeof check>) => {
  const checked = check(...given);
  if (checked.kind === "Refused") throw new Error(checked.problem.message);
  return checked.content;
};
const named = (name: string, value = "x") => ({ name, value });

test("a sound deal is taken as it is reported, its amount in cents", () => {
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
    origin: null,
    refundsDeal: null,
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
  ["a word that is no currency", { currency: "euro" }, "CURRENCY_UNSUPPORTED", "currency"],
  ["a currency of which no rate is known", { currency: "CHF" }, "RATE_MISSING", "currency"],
  [
    "a currency of which no rate of the day is known",
    { currency: "EUR", on: "2026-03-01" },
    "RATE_MISSING",
    "currency",
  ],
  ["a kind that nobody knows", { kind: "deal.one" }, "KIND_UNKNOWN", "kind"],
  [
    "a customer that left before it came",
    { kind: "customer", customer: "A", until: "2026-04-01" },
    "DAY_INVALID",
    "until",
  ],
  ["a customer without a name", { kind: "customer" }, "FIELD_MISSING", "customer"],
  ["a subscription of nothing", { kind: "subscription.new", amount: null }, "FIELD_MISSING", "amount"],
  ["a recommendation of 11", { kind: "customer.nps", customer: "A", quantity: 11 }, "QUANTITY_INVALID", "quantity"],
  ["a share of nothing", { credit: { role: "sourced", share: "0" } }, "CREDIT_INVALID", "credit"],
  ["a share of more than all", { credit: { role: "sourced", share: "100.01" } }, "CREDIT_INVALID", "credit"],
  ["a share to the third digit", { credit: { role: "sourced", share: "33.333" } }, "CREDIT_INVALID", "credit"],
  [
    "a role that is reported twice",
    { credit: { role: "sourced", share: "40" }, attributes: [named("credit", "managed")] },
    "CREDIT_INVALID",
    "attributes",
  ],
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

test("an open deal stands on the day it is reported for, else on the day it was opened, else on today", () => {
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
  expect(familyOf("deal.refunded")).toBe("deal.refunded");
});

test("an amount in another currency is converted by the rate of the day, half a cent up, and says how", () => {
  const { amountMinor, currency, origin } = contentOf({ currency: "EUR", amount: "10.01" });
  // 10.01 × 1.085 = 10.86085
  expect([amountMinor, currency]).toEqual([1_086n, "USD"]);
  expect(origin).toEqual({ toldMinor: "1001", toldCurrency: "EUR", rate: "1.085", rateOn: "2026-03-31" });
});

test("a partner is credited with its share of the whole, rounded down", () => {
  const { amountMinor, attributes, origin } = contentOf({
    amount: "100.01",
    credit: { role: "influenced", share: "33.5" },
  });
  expect(amountMinor).toBe(3_350n);
  expect(attributes).toEqual({ credit: "influenced" });
  expect(origin).toEqual({ share: 3_350, wholeMinor: "10001" });
});

test("a deal with the partner's own customer is marked, unless something else was said of it", () => {
  expect(contentOf({ customer: "OWN gmbh" })).toMatchObject({
    attributes: { "self-dealing": "yes" },
    origin: { isOwnCustomer: true },
  });
  const reported = contentOf({ customer: "OWN gmbh", attributes: [named("self-dealing", "no")] });
  expect(reported).toMatchObject({ attributes: { "self-dealing": "no" }, origin: null });
});

test("what comes after its month was closed counts for today, or for nothing", () => {
  const closing = { period: "month", afterDays: 10, late: "post", since: null } as const;
  const late = { on: "2026-02-28", amount: "5" };
  const posted = { program: { ...bounds.program, closing } };
  expect(contentOf(late, posted)).toMatchObject({ occurredOn: "2026-04-01", origin: { happenedOn: "2026-02-28" } });
  expect(contentOf({ ...late, on: "2026-03-31" }, posted)).toMatchObject({ occurredOn: "2026-03-31", origin: null });
  const refusing = { program: { ...bounds.program, closing: { ...closing, late: "refuse" as const } } };
  expect(check(late, refusing)).toMatchObject({ problem: { code: "PERIOD_CLOSED", field: "on" } });
  expect(contentOf({ kind: "deal.open", on: "2020-01-01" }, refusing).occurredOn).toBe("2020-01-01");
});

test("a declared kind carries what the program says, and nothing else", () => {
  const attributes = [
    { name: "level", type: "text", oneOf: ["basic", "expert"], isRequired: true },
    { name: "seen-on", type: "day", oneOf: null, isRequired: false },
    { name: "guests", type: "number", oneOf: null, isRequired: false },
  ] as const;
  const factKinds = [{ name: "workshop.held", title: "Workshop", needs: ["customer" as const], attributes }];
  const among = { program: { ...bounds.program, factKinds } };
  const workshop = { kind: "workshop.held", amount: null, customer: "Acme" };
  const given = (...more: { name: string; value: string }[]) => ({
    ...workshop,
    attributes: [named("level", "basic"), ...more],
  });
  expect(check(given(named("seen-on", "2026-03-01"), named("guests", "2.5")), among).kind).toBe("Sound");
  const refusals = [
    { ...given(), customer: null },
    workshop,
    { ...workshop, attributes: [named("level", "medium")] },
    given(named("colour")),
    given(named("seen-on", "1.3.2026")),
    given(named("guests", "many")),
  ].map((report) => check(report, among));
  expect(refusals).toMatchObject([
    { problem: { code: "FIELD_MISSING", field: "customer" } },
    { problem: { message: "A workshop.held fact needs the attribute level." } },
    { problem: { message: "level is one of basic, expert, not medium." } },
    { problem: { message: expect.stringContaining("no attribute colour") } },
    { problem: { message: "seen-on is a day as YYYY-MM-DD, not 1.3.2026." } },
    { problem: { message: "guests is a number, not many." } },
  ]);
});
