import { expect, test } from "vitest";
import { dealWith, registrationWith } from "../fixtures/registered.js";
import { conflictEnding } from "./conflict-ending.js";

const registration = registrationWith({});
const rival = (deal: Parameters<typeof dealWith>[0] = {}) => dealWith({ partnerId: "rival", ...deal });
const ending = (deal = rival(), share: ReturnType<typeof dealWith> | null = null, of = registration) =>
  conflictEnding({ dealOn: "2026-03-20" }, { deal, share, registration: of });

test("a conflict stays while its deal is of the protected customer, no matter what else is corrected", () => {
  expect(ending()).toBeNull();
  expect(ending(rival({ amountMinor: 5n, product: null }))).toBeNull();
});

test("a conflict ends when its deal is taken back, lost, or of another customer, line or day", () => {
  expect(ending(rival({ isGone: true }))).toBe("The deal was taken back.");
  expect(ending(rival({ kind: "deal.lost" }))).toBe("The deal is no longer won.");
  expect(ending(rival({ customer: "Beta" }))).toContain("another customer");
  expect(ending(rival({ product: "Hardware" }))).toContain("another product line");
  expect(ending(rival({ occurredOn: "2026-06-01" }))).toContain("to a day outside of the registration");
});

test("a conflict ends when the registered partner shares the deal, or has all of it", () => {
  const share = dealWith({});
  expect(ending(rival(), share)).toContain("has a share of the deal");
  expect(ending(rival({ isGone: true }), share)).toContain("belongs to the partner that registered it");
  expect(ending(rival(), dealWith({ isGone: true }))).toBeNull();
});

test("a registration that was withdrawn since is no reason: it protected the customer on the day of the deal", () => {
  expect(ending(rival(), null, registrationWith({ state: "WITHDRAWN", protectedUntil: "2026-03-20" }))).toBeNull();
});
