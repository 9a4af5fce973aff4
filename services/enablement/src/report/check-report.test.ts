import { expect, test } from "vitest";
import { ada, foundations, standingWith } from "../fixtures/sample-standing.js";
import { checkReport } from "./check-report.js";

const reportOf = (given: { personId?: string; course?: string; on?: string }) => ({
  personId: given.personId ?? "ada",
  course: given.course ?? "foundations",
  day: { field: "completedOn", on: given.on ?? "2025-06-30" },
});

test("a report of a known person, an offered course and a day up to today is sound", () => {
  expect(checkReport(reportOf({}), standingWith())).toEqual({
    kind: "Sound",
    learner: ada,
    course: foundations,
    on: "2025-06-30",
  });
});

test.each([
  ["of somebody unknown", { personId: "eve" }, "PERSON_NOT_FOUND", "personId"],
  ["of a course that is not offered", { course: "juggling" }, "COURSE_UNKNOWN", "course"],
  ["of tomorrow", { on: "2025-07-01" }, "DAY_IN_FUTURE", "completedOn"],
  ["of a day before the calendar", { on: "0999-12-31" }, "DAY_INVALID", "completedOn"],
])("a report %s is refused with its reason", (_, given, code, field) => {
  expect(checkReport(reportOf(given), standingWith())).toMatchObject({ kind: "Refused", problem: { code, field } });
});
