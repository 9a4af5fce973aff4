import { expect, test } from "vitest";
import { registrationWith } from "../fixtures/registered.js";
import { reopened } from "./reopening.js";

const converted = registrationWith({ state: "CONVERTED", convertedFactId: "deal" });
const none = { next: null, isHeld: false };

test("a registration is open again while its term lasts", () => {
  expect(reopened(converted, { ...none, today: "2026-04-30" })).toMatchObject({
    registration: { state: "APPROVED", convertedFactId: null, protectedUntil: "2026-05-01" },
    protectedUntil: "2026-05-01",
  });
});

test("it has lapsed once its term is over", () => {
  expect(reopened(converted, { ...none, today: "2026-05-01" })).toMatchObject({
    registration: { state: "LAPSED", convertedFactId: null },
    protectedUntil: "2026-05-01",
  });
});

test("the partner that registered the customer meanwhile keeps it", () => {
  expect(reopened(converted, { next: null, isHeld: true, today: "2026-04-01" })).toMatchObject({
    registration: { state: "LAPSED", protectedUntil: "2026-04-01" },
    protectedUntil: null,
  });
});

test("another deal that was won in time converts it instead", () => {
  const next = { factId: "another", occurredOn: "2026-04-10" };
  expect(reopened(converted, { next, isHeld: false, today: "2026-06-01" })).toMatchObject({
    registration: { state: "CONVERTED", convertedFactId: "another", protectedUntil: "2026-05-01" },
    protectedUntil: "2026-04-10",
  });
  expect(reopened(converted, { next, isHeld: true, today: "2026-06-01" })).toMatchObject({ protectedUntil: null });
});
