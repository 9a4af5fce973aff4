import type { ProgramCalendar, Window } from "../document/periods/index.js";
import {
  addDays,
  addMonths,
  type CalendarDate,
  isBefore,
  startOfMonth,
  startOfQuarter,
  startOfYear,
} from "../exact/index.js";

/** A half-open range of days; a null `from` is unlimited. */
export interface DayRange {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate;
}

/** A calendar or fiscal month, quarter or year. */
export interface PeriodLength {
  readonly length: "month" | "quarter" | "year";
  readonly fiscal: boolean;
}

/**
 * The days of a window at the end of `asOf`. A rolling window holds the days after `asOf` minus its length, up to
 * `asOf`: 90 days to 30 June start on 2 April; 12 months to 30 June 2017 start on 1 July 2016.
 */
export function windowRange(window: Window, asOf: CalendarDate, calendar: ProgramCalendar): DayRange {
  const to = addDays(asOf, 1);
  switch (window.kind) {
    case "rolling-days":
      return { from: addDays(asOf, 1 - window.days), to };
    case "rolling-months":
      return { from: addDays(addMonths(asOf, -window.months), 1), to };
    case "calendar-months":
      return { from: addMonths(startOfMonth(asOf), 1 - window.months), to };
    case "month":
    case "quarter":
    case "year": {
      const period = { length: window.kind, fiscal: window.fiscal };
      if (window.which === "last") return wholePeriod(period, { before: 1, asOf, calendar });
      return { from: startOfPeriod(period, asOf, calendar), to };
    }
    case "lifetime":
      return { from: null, to };
  }
}

/** The whole period `before` periods before the one that contains `asOf`. */
export function wholePeriod(
  period: PeriodLength,
  { before, asOf, calendar }: { before: number; asOf: CalendarDate; calendar: ProgramCalendar },
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const start = startOfPeriod(period, asOf, calendar);
  const months = MONTHS[period.length];
  return { from: addMonths(start, -before * months), to: addMonths(start, (1 - before) * months) };
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

function startOfPeriod({ length, fiscal }: PeriodLength, day: CalendarDate, calendar: ProgramCalendar): CalendarDate {
  const firstMonth = fiscal ? calendar.fiscalYearStartsIn : 1;
  if (length === "month") return startOfMonth(day);
  return length === "quarter" ? startOfQuarter(day, firstMonth) : startOfYear(day, firstMonth);
}

export function isWithin(range: DayRange, day: CalendarDate): boolean {
  return isBefore(day, range.to) && (range.from === null || !isBefore(day, range.from));
}

export const isEmpty = ({ from, to }: DayRange): boolean => from !== null && !isBefore(from, to);

export const overlap = (a: DayRange, b: DayRange): boolean => !isEmpty(sharedDays(a, b));

/** The intersection. Without common days, an empty range that ends where the earlier one does. */
export function sharedDays(a: DayRange, b: DayRange): DayRange {
  const from = a.from === null || (b.from !== null && isBefore(a.from, b.from)) ? b.from : a.from;
  const to = isBefore(a.to, b.to) ? a.to : b.to;
  return from !== null && isBefore(to, from) ? { from: to, to } : { from, to };
}

/** From the earliest start to the latest end. */
export function spanOf([first, ...others]: readonly [DayRange, ...DayRange[]]): DayRange {
  return others.reduce((span, { from, to }) => {
    const isEarlier = span.from !== null && (from === null || isBefore(from, span.from));
    return { from: isEarlier ? from : span.from, to: isBefore(span.to, to) ? to : span.to };
  }, first);
}
