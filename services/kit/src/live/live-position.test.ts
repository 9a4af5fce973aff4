import { expect, test } from "vitest";
import { afterTransaction, isStillKept, KEPT_MS, readPlace, writePlace } from "./live-position.js";

const readAt = new Date("2026-11-30T12:00:00Z");
const PARTNER = "0193a0b2-0000-7000-8000-000000000001";

test("a place reads as it was written, within a transaction and after it", () => {
  const within = { position: 4_294_967_299n, partnerId: PARTNER, type: "tier-changed", readAt };
  expect(readPlace(writePlace(within))).toEqual(within);
  const after = { ...afterTransaction(812n), readAt };
  expect(readPlace(writePlace(after))).toEqual(after);
  expect(writePlace(after).join()).toHaveLength(9);
});

test("what happened after a place can be asked for during a day, and in the same database", () => {
  const place = { ...afterTransaction(812n), readAt };
  const later = (ms: number) => new Date(readAt.getTime() + ms);
  expect(isStillKept(place, { horizon: 900n, now: later(KEPT_MS) })).toBe(true);
  expect(isStillKept(place, { horizon: 900n, now: later(KEPT_MS + 1) })).toBe(false);
  expect(isStillKept(place, { horizon: 812n, now: readAt })).toBe(false);
});
