import type { ProgramCalendar, Window } from "../document/program.js";
import { addDays, addMonths, type CalendarDate, isBefore, startOfQuarter } from "../exact/calendar-date.js";

/** Days from `from` (inclusive; null is the beginning of time) to `to` (exclusive). */
export interface DayRange {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate;
}

/**
 * The days that count when judged at the end of `asOf`. A rolling window holds the days after `asOf` minus its length
 * and not after `asOf`: 90 days to 30 June start on 2 April; 12 months to 30 June 2017 start on 1 July 2016.
 */
export function windowRange(window: Window, asOf: CalendarDate, calendar: ProgramCalendar): DayRange {
  const to = addDays(asOf, 1);
  switch (window.kind) {
    case "rolling-days":
      return { from: addDays(asOf, 1 - window.days), to };
    case "rolling-months":
      return { from: addDays(addMonths(asOf, -window.months), 1), to };
    case "quarter": {
      const start = startOfQuarter(asOf, window.fiscal ? calendar.fiscalYearStartsIn : 1);
      return window.which === "current" ? { from: start, to } : { from: addMonths(start, -3), to: start };
    }
    case "lifetime":
      return { from: null, to };
  }
}

export function isWithin(range: DayRange, day: CalendarDate): boolean {
  return isBefore(day, range.to) && (range.from === null || !isBefore(day, range.from));
}
