import { expect, test } from "vitest";
import { dealWith, registrationWith } from "../fixtures/registered.js";
import { convertingTerm, converts, differenceOf } from "./deal-of-registration.js";

const registration = registrationWith({});
const difference = (deal: Parameters<typeof dealWith>[0]) =>
  differenceOf(dealWith(deal), registration, convertingTerm(registration));

test.each([
  ["as it was registered", {}, null],
  ["of the same domain under another name", { customer: "Beta", attributes: { domain: "acme.com" } }, null],
  ["of no product", { product: null }, null],
  ["of a line in another spelling", { product: "plat-form" }, null],
  ["on the first day", { occurredOn: "2026-03-01" }, null],
  ["taken back", { isGone: true }, "TAKEN_BACK"],
  ["lost after all", { kind: "deal.lost" }, "NOT_WON"],
  ["of another customer", { customer: "Beta" }, "OTHER_CUSTOMER"],
  ["of nobody", { customer: null }, "OTHER_CUSTOMER"],
  ["of another line", { product: "Hardware" }, "OTHER_LINE"],
  ["before it was asked for", { occurredOn: "2026-02-28" }, "OTHER_DAY"],
  ["on the first day after the term", { occurredOn: "2026-05-01" }, "OTHER_DAY"],
] as const)("a deal %s", (_, deal, found) => {
  expect(difference(deal)).toBe(found);
});

test("another partner's deal converts nothing", () => {
  expect(converts(dealWith({}), registration)).toBe(true);
  expect(converts(dealWith({ partnerId: "another" }), registration)).toBe(false);
});
