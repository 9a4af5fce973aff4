import { expect, test } from "vitest";
import { obligationState } from "./obligation.js";

const endsAt = new Date("2026-05-02T11:00:00Z");
const [before, after] = [new Date("2026-05-02T10:59:59Z"), endsAt];
const seated = { state: "SEATED", hasAttended: null } as const;

test("what has to be attended is open, booked, met or missed", () => {
  expect(obligationState({ endsAt, places: [] }, before)).toBe("OPEN");
  expect(obligationState({ endsAt, places: [{ state: "WAITING", hasAttended: null }] }, before)).toBe("OPEN");
  expect(obligationState({ endsAt, places: [seated] }, before)).toBe("BOOKED");
  expect(obligationState({ endsAt, places: [seated] }, after)).toBe("MISSED");
  expect(obligationState({ endsAt, places: [{ ...seated, hasAttended: false }] }, after)).toBe("MISSED");
  expect(obligationState({ endsAt, places: [{ ...seated, hasAttended: true }] }, after)).toBe("MET");
});
