import { knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import { expect, test } from "vitest";
import { ada, dealDesk, foundations } from "../fixtures/sample-standing.js";
import { certify, isValidOn } from "./certify.js";

const completedOn = knownCalendarDate("2024-08-31");
const given = (validMonths: number | null) =>
  certify(
    { learner: ada, course: { ...foundations, certifies: { level: "expert", validMonths } }, completedOn },
    () => "id",
  );

test("a certification holds from its issue to the day before its expiry", () => {
  const certification = given(18);
  if (certification === null) throw new Error("none was given");
  expect(certification.expiresOn).toBe("2026-02-28");
  expect(["2024-08-30", "2024-08-31", "2026-02-27", "2026-02-28"].map((day) => isValidOn(certification, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("a certification without a validity holds for good", () => {
  const certification = given(null);
  if (certification === null) throw new Error("none was given");
  expect(certification.expiresOn).toBeNull();
  expect(isValidOn(certification, "9999-12-31")).toBe(true);
});

test("a course that certifies nobody gives none", () => {
  expect(certify({ learner: ada, course: dealDesk, completedOn }, () => "id")).toBeNull();
});
