import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  formatForReading,
  isBefore,
  knownCalendarDate,
  parseCalendarDate,
  startOfMonth,
  startOfQuarter,
} from "./calendar-date.js";

const day = knownCalendarDate;

test("only days that exist are dates", () => {
  for (const text of ["2017-06-30", "2016-02-29", "2000-02-29", "9999-12-31"])
    expect(parseCalendarDate(text)).toBe(text);
  const refused = ["2017-02-29", "1900-02-29", "2017-13-01", "2017-00-10", "2017-06-31", "2017-06-00", "17-06-30"];
  for (const text of [...refused, "2017-6-30", "2017-06-30T00:00", "0999-01-01", ""])
    expect(parseCalendarDate(text)).toBeNull();
  expect(() => knownCalendarDate("2017-02-29")).toThrow("2017-02-29");
});

test("89 days before 30 June are 2 April", () => {
  expect(addDays(day("2017-06-30"), -89)).toBe("2017-04-02");
  expect(addDays(day("2017-12-31"), 1)).toBe("2018-01-01");
});

test("every day of eight centuries has the next one after it, as JavaScript's UTC calendar has it", () => {
  let date = day("1599-12-30");
  const days = 365.2425 * 800;
  for (let n = 0; n < days; n++) {
    const next = addDays(date, 1);
    if (n % 97 === 0) expect(next).toBe(new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10));
    if (!isBefore(date, next) || addDays(next, -1) !== date) throw new Error(`${next} does not follow ${date}`);
    date = next;
  }
});

test.each([
  ["2017-05-31", -3, "2017-02-28"],
  ["2016-05-31", -3, "2016-02-29"],
  ["2017-01-31", 1, "2017-02-28"],
  ["2017-06-30", -12, "2016-06-30"],
  ["2017-11-30", 3, "2018-02-28"],
  ["2017-01-15", -1, "2016-12-15"],
])("%s plus %i months is %s, clamped to the month's last day", (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to);
});

test("a quarter starts with the calendar year or with the fiscal one", () => {
  expect(startOfMonth(day("2017-06-30"))).toBe("2017-06-01");
  expect(startOfQuarter(day("2017-06-30"), 1)).toBe("2017-04-01");
  expect(startOfQuarter(day("2017-01-31"), 2)).toBe("2016-11-01");
  expect(startOfQuarter(day("2017-02-01"), 2)).toBe("2017-02-01");
  expect(startOfQuarter(day("2017-12-31"), 12)).toBe("2017-12-01");
});

test("a date past the calendar is refused rather than sorted wrongly", () => {
  expect(() => addDays(day("9999-12-31"), 1)).toThrow(RangeError);
});

test("a date is written for reading without a time zone", () => {
  expect(formatForReading(day("2017-06-30"))).toBe("30 June 2017");
  expect(formatForReading(day("2017-01-01"))).toBe("1 January 2017");
});
