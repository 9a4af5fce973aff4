import { expect, test } from "vitest";
import { knownCalendarDate as day } from "../exact/calendar-date.js";
import { isWithin, windowRange } from "./window.js";

const calendar = { fiscalYearStartsIn: 2 };
const asOf = day("2017-06-30");

test("a day is in the rolling 90 days when it is after the date minus 90 days and not after the date", () => {
  const range = windowRange({ kind: "rolling-days", days: 90 }, asOf, calendar);
  expect(range).toEqual({ from: "2017-04-02", to: "2017-07-01" });
  expect(isWithin(range, day("2017-04-01"))).toBe(false);
  expect(isWithin(range, day("2017-04-02"))).toBe(true);
  expect(isWithin(range, day("2017-06-30"))).toBe(true);
  expect(isWithin(range, day("2017-07-01"))).toBe(false);
});

test("rolling months start the day after the same day of the earlier month, or after that month's last", () => {
  const months = (n: number, on: string) => windowRange({ kind: "rolling-months", months: n }, day(on), calendar);
  expect(months(12, "2017-06-30")).toEqual({ from: "2016-07-01", to: "2017-07-01" });
  expect(months(3, "2017-05-31")).toEqual({ from: "2017-03-01", to: "2017-06-01" });
  expect(months(1, "2016-03-30")).toEqual({ from: "2016-03-01", to: "2016-03-31" });
});

test("this quarter runs to the day of judgement, the last one is whole", () => {
  const quarter = (fiscal: boolean, which: "current" | "last") =>
    windowRange({ kind: "quarter", fiscal, which }, asOf, calendar);
  expect(quarter(false, "current")).toEqual({ from: "2017-04-01", to: "2017-07-01" });
  expect(quarter(false, "last")).toEqual({ from: "2017-01-01", to: "2017-04-01" });
  expect(quarter(true, "current")).toEqual({ from: "2017-05-01", to: "2017-07-01" });
  expect(quarter(true, "last")).toEqual({ from: "2017-02-01", to: "2017-05-01" });
});

test("a lifetime has no first day, and never counts the day after the judgement", () => {
  const range = windowRange({ kind: "lifetime" }, asOf, calendar);
  expect(range).toEqual({ from: null, to: "2017-07-01" });
  expect(isWithin(range, day("1999-01-01"))).toBe(true);
  expect(isWithin(range, day("2017-07-01"))).toBe(false);
});
