import { expect, test } from "vitest";
import type { Cadence, Freeze } from "../document/governance/index.js";
import { knownCalendarDate as day } from "../exact/index.js";
import {
  effectiveOn,
  endOfFreeze,
  endOfPeriod,
  nextDayOfYear,
  reviewOnOrAfter,
  reviewOnOrBefore,
  startOfPeriod,
} from "./cadence.js";

const BY = { calendar: { fiscalYearStartsIn: 2 }, joinedOn: day("2020-02-29") };
const QUARTERLY: Cadence = { kind: "quarterly", fiscal: false };
const FISCAL: Cadence = { kind: "quarterly", fiscal: true };
const ON_1_MARCH: Cadence = { kind: "annual", on: [{ month: 3, day: 1 }] };
const LEAP: Cadence = { kind: "annual", on: [{ month: 2, day: 29 }] };
const TWICE: Cadence = {
  kind: "annual",
  on: [
    { month: 1, day: 15 },
    { month: 7, day: 15 },
  ],
};

test.each<[Cadence, string, string, string]>([
  [{ kind: "on-change" }, "2023-05-17", "2023-05-17", "2023-05-17"],
  [{ kind: "monthly" }, "2023-05-17", "2023-05-01", "2023-06-01"],
  [{ kind: "monthly" }, "2023-12-02", "2023-12-01", "2024-01-01"],
  [QUARTERLY, "2023-06-30", "2023-04-01", "2023-07-01"],
  [QUARTERLY, "2023-07-01", "2023-07-01", "2023-07-01"],
  [FISCAL, "2023-01-31", "2022-11-01", "2023-02-01"],
  [FISCAL, "2023-02-01", "2023-02-01", "2023-02-01"],
  [ON_1_MARCH, "2024-02-29", "2023-03-01", "2024-03-01"],
  [ON_1_MARCH, "2024-03-01", "2024-03-01", "2024-03-01"],
  [LEAP, "2023-02-27", "2022-02-28", "2023-02-28"],
  [LEAP, "2024-02-28", "2023-02-28", "2024-02-29"],
  [LEAP, "2023-03-01", "2023-02-28", "2024-02-29"],
  [TWICE, "2024-01-14", "2023-07-15", "2024-01-15"],
  [TWICE, "2024-01-15", "2024-01-15", "2024-01-15"],
  [TWICE, "2024-07-14", "2024-01-15", "2024-07-15"],
  [TWICE, "2024-12-31", "2024-07-15", "2025-01-15"],
  [{ kind: "anniversary" }, "2023-02-27", "2022-02-28", "2023-02-28"],
  [{ kind: "anniversary" }, "2023-02-28", "2023-02-28", "2023-02-28"],
  [{ kind: "anniversary" }, "2024-03-05", "2024-02-29", "2025-02-28"],
])("%j on %s: the last review was on %s, the next is on %s", (cadence, on, last, next) => {
  expect(reviewOnOrBefore(cadence, day(on), BY)).toBe(last);
  expect(reviewOnOrAfter(cadence, day(on), BY)).toBe(next);
});

test.each([
  ["2023-02-27", "2023-02-28"],
  ["2023-02-28", "2024-02-29"],
  ["2024-02-28", "2024-02-29"],
  ["2024-02-29", "2025-02-28"],
])("the 29 February that comes after %s is %s: in a short year the last day of February", (on, next) => {
  expect(nextDayOfYear({ month: 2, day: 29 }, day(on))).toBe(next);
});

test("the next such day of the year is never the day itself", () => {
  expect(nextDayOfYear({ month: 3, day: 1 }, day("2023-03-01"))).toBe("2024-03-01");
  expect(nextDayOfYear({ month: 3, day: 1 }, day("2023-02-28"))).toBe("2023-03-01");
});

const freeze = (from: [number, number], to: [number, number]): Freeze => ({
  from: { month: from[0], day: from[1] },
  to: { month: to[0], day: to[1] },
  limit: null,
  why: "Nobody is at work.",
});
const YEAR_END = freeze([12, 15], [1, 5]);

test.each([
  ["2023-12-14", null],
  ["2023-12-15", "2024-01-06"],
  ["2023-12-31", "2024-01-06"],
  ["2024-01-01", "2024-01-06"],
  ["2024-01-05", "2024-01-06"],
  ["2024-01-06", null],
])("a freeze over the end of the year holds on %s until %s", (on, end) => {
  expect(endOfFreeze([YEAR_END], day(on))).toBe(end);
});

test("a freeze of one day is one day, one to 29 February ends with February, and of two the longer holds", () => {
  const one = freeze([8, 1], [8, 1]);
  expect(["2023-07-31", "2023-08-01", "2023-08-02"].map((on) => endOfFreeze([one], day(on)))).toEqual([
    null,
    "2023-08-02",
    null,
  ]);
  const february = freeze([2, 10], [2, 29]);
  expect(endOfFreeze([february], day("2023-02-28"))).toBe("2023-03-01");
  expect(endOfFreeze([february], day("2024-02-29"))).toBe("2024-03-01");
  expect(endOfFreeze([one, freeze([7, 20], [8, 10])], day("2023-08-01"))).toBe("2023-08-11");
});

test.each([
  ["month", "2023-05-17", "2023-05-01", "2023-06-01"],
  ["quarter", "2023-06-30", "2023-04-01", "2023-07-01"],
  ["half-year", "2023-12-31", "2023-07-01", "2024-01-01"],
  ["year", "2023-01-01", "2023-01-01", "2024-01-01"],
] as const)("the %s of %s runs from %s to before %s", (period, on, start, end) => {
  expect(startOfPeriod(period, day(on))).toBe(start);
  expect(endOfPeriod(period, day(on))).toBe(end);
});

test("a decision takes effect at once, on the first day of a later month, or so many days later", () => {
  expect(effectiveOn({ kind: "at-once" }, day("2023-01-31"))).toBe("2023-01-31");
  expect(effectiveOn({ kind: "next-month", months: 1 }, day("2023-01-31"))).toBe("2023-02-01");
  expect(effectiveOn({ kind: "next-month", months: 1 }, day("2023-02-01"))).toBe("2023-03-01");
  expect(effectiveOn({ kind: "next-month", months: 2 }, day("2023-12-31"))).toBe("2024-02-01");
  expect(effectiveOn({ kind: "after", days: 30 }, day("2024-01-31"))).toBe("2024-03-01");
});

test("a freeze with a year holds once, from its first day to its last", () => {
  const once: Freeze[] = [{ from: day("2026-12-15"), to: day("2027-01-31"), limit: null, why: "A merger." }];
  const ends = ["2026-12-14", "2026-12-15", "2027-01-31", "2027-02-01", "2025-12-20", "2027-12-20"].map((on) =>
    endOfFreeze(once, day(on)),
  );
  expect(ends).toEqual([null, "2027-02-01", "2027-02-01", null, null, null]);
});
