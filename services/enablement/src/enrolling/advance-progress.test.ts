import { expect, test } from "vitest";
import { stateOf } from "../enrollment/enrollment.js";
import { anEnrollment, standingWith } from "../fixtures/sample-standing.js";
import { advanceProgress } from "./advance-progress.js";

const reportOf = (percent: number) => ({ personId: "ada", course: "foundations", percent });

test("progress moves on and never falls back", () => {
  const half = anEnrollment({ progressPercent: 50 });
  expect(advanceProgress(reportOf(80), standingWith(half))).toEqual({
    kind: "Advanced",
    enrollment: anEnrollment({ progressPercent: 80 }),
  });
  for (const percent of [50, 20, 0])
    expect(advanceProgress(reportOf(percent), standingWith(half))).toEqual({ kind: "Unchanged", enrollment: half });
});

test("a person who makes progress is enrolled from today", () => {
  const decision = advanceProgress(reportOf(10), standingWith());
  expect(decision).toEqual({
    kind: "Advanced",
    enrollment: anEnrollment({ enrolledOn: "2025-06-30", progressPercent: 10 }),
  });
  expect(advanceProgress(reportOf(0), standingWith()).kind).toBe("Advanced");
});

test("all of a course seen is not yet the course completed", () => {
  const decision = advanceProgress(reportOf(100), standingWith(anEnrollment()));
  if (decision.kind !== "Advanced") throw new Error(decision.kind);
  expect(decision.enrollment).toMatchObject({ progressPercent: 100, completedOn: null });
  expect(stateOf(decision.enrollment)).toBe("IN_PROGRESS");
});

test("progress below 0 or above 100 percent is refused, and so is that of somebody unknown", () => {
  expect(advanceProgress(reportOf(-1), standingWith()).kind).toBe("PercentInvalid");
  expect(advanceProgress(reportOf(101), standingWith()).kind).toBe("PercentInvalid");
  expect(advanceProgress({ ...reportOf(1), personId: "eve" }, standingWith())).toMatchObject({
    kind: "Refused",
    problem: { code: "PERSON_NOT_FOUND" },
  });
});
