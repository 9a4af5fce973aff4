import { expect, test } from "vitest";
import { ada, dealDesk, foundations } from "../fixtures/sample-standing.js";
import { courseProgress } from "./course-progress.js";

test("every course of the program is shown in its order, then those that it no longer has", () => {
  const counts = ["deal-desk", "retired"].map((course) => ({
    partnerId: ada.partnerId,
    course,
    enrolled: 3,
    completed: 1,
    averagePercent: 66,
  }));
  expect(courseProgress([foundations, dealDesk], counts)).toEqual([
    { course: "foundations", enrolled: 0, completed: 0, averagePercent: null },
    { course: "deal-desk", enrolled: 3, completed: 1, averagePercent: 66 },
    { course: "retired", enrolled: 3, completed: 1, averagePercent: 66 },
  ]);
});
