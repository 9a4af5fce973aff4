import { knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import { expect, test } from "vitest";
import { monthEnds } from "./month-ends.js";

test("a history ends on the day asked for and steps back over the ends of months", () => {
  expect(monthEnds(knownCalendarDate("2024-03-15"), 4)).toEqual([
    "2023-12-31",
    "2024-01-31",
    "2024-02-29",
    "2024-03-15",
  ]);
  expect(monthEnds(knownCalendarDate("2024-03-31"), 1)).toEqual(["2024-03-31"]);
});
