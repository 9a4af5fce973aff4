import { knownCalendarDate } from "@tiergraph/program/exact";
import { expect, test } from "vitest";
import { periodEnds, type SeriesStep } from "./period-ends.js";

const ends = (day: string, step: SeriesStep, count: number) =>
  periodEnds(knownCalendarDate(day), { step, count, fiscalYearStartsIn: 2 });

test("a series ends on the day asked for and steps back over the ends of months", () => {
  expect(ends("2024-03-15", "month", 4)).toEqual(["2023-12-31", "2024-01-31", "2024-02-29", "2024-03-15"]);
  expect(ends("2024-03-31", "month", 1)).toEqual(["2024-03-31"]);
});

test("quarters are those of the fiscal year, which starts in February here", () => {
  expect(ends("2024-03-15", "quarter", 3)).toEqual(["2023-10-31", "2024-01-31", "2024-03-15"]);
});

test("days are days, over a leap day too", () => {
  expect(ends("2024-03-01", "day", 3)).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
});
