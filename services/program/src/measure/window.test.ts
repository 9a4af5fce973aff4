import { expect, test } from "vitest";
import { knownCalendarDate as day } from "../exact/index.js";
import { isEmpty, isWithin, sharedDays, windowRange } from "./window.js";

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

test("calendar months are this one up to the day of judgement, and whole ones before it", () => {
  const months = (n: number) => windowRange({ kind: "calendar-months", months: n }, asOf, calendar);
  expect(months(6)).toEqual({ from: "2017-01-01", to: "2017-07-01" });
  expect(months(1)).toEqual({ from: "2017-06-01", to: "2017-07-01" });
});

test.each([
  ["month", false, "current", "2017-06-01", "2017-07-01"],
  ["month", false, "last", "2017-05-01", "2017-06-01"],
  ["year", false, "current", "2017-01-01", "2017-07-01"],
  ["year", false, "last", "2016-01-01", "2017-01-01"],
  ["year", true, "current", "2017-02-01", "2017-07-01"],
  ["year", true, "last", "2016-02-01", "2017-02-01"],
] as const)("the %s (fiscal: %s, %s) holds the days from %s to before %s", (kind, fiscal, which, from, to) => {
  expect(windowRange({ kind, fiscal, which }, asOf, calendar)).toEqual({ from, to });
});

test("on the last day of January a fiscal year that starts in February is at its end", () => {
  const year = (on: string) => windowRange({ kind: "year", fiscal: true, which: "current" }, day(on), calendar);
  expect(year("2017-01-31")).toEqual({ from: "2016-02-01", to: "2017-02-01" });
  expect(year("2017-02-01")).toEqual({ from: "2017-02-01", to: "2017-02-02" });
});

test("the days of two ranges are those that both have, and an empty range where they share none", () => {
  const range = (from: string | null, to: string) => ({ from: from === null ? null : day(from), to: day(to) });
  const year = range("2017-01-01", "2018-01-01");
  expect(sharedDays(year, range(null, "2017-03-01"))).toEqual(range("2017-01-01", "2017-03-01"));
  expect(sharedDays(range(null, "2019-01-01"), year)).toEqual(year);
  const none = sharedDays(year, range("2019-01-01", "2019-02-01"));
  expect(none).toEqual(range("2018-01-01", "2018-01-01"));
  expect(isEmpty(none)).toBe(true);
});
