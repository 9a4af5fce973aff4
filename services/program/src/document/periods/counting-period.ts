import {
  addMonths,
  type CalendarDate,
  knownCalendarDate,
  startOfMonth,
  startOfQuarter,
  startOfYear,
} from "../../exact/index.js";
import type { YamlCursor } from "../notation/index.js";
import type { ProgramCalendar } from "./program-calendar.js";

/** A period over which something is added up before it starts again. `lifetime` never restarts. */
export const COUNTING_PERIODS = ["month", "quarter", "year", "fiscal quarter", "fiscal year", "lifetime"] as const;
export type CountingPeriod = (typeof COUNTING_PERIODS)[number];

/** A half-open range of days. */
export interface PeriodDays {
  readonly from: CalendarDate;
  /** First day after it. */
  readonly until: CalendarDate;
}

const ALL_DAYS: PeriodDays = { from: knownCalendarDate("1000-01-01"), until: knownCalendarDate("9999-12-31") };

/** Reads one of `COUNTING_PERIODS`, or of the allowed ones. */
export const readCountingPeriod = (
  cursor: YamlCursor,
  allowed: readonly [CountingPeriod, ...CountingPeriod[]] = COUNTING_PERIODS,
): CountingPeriod => cursor.oneOf(allowed);

/**
 * The days of the period that contains a day. Calendar quarters and years start in January, fiscal ones in the
 * program's month.
 */
export function periodContaining(period: CountingPeriod, day: CalendarDate, calendar: ProgramCalendar): PeriodDays {
  const firstMonth = period.startsWith("fiscal") ? calendar.fiscalYearStartsIn : 1;
  switch (period) {
    case "month":
      return lasting(startOfMonth(day), 1);
    case "quarter":
    case "fiscal quarter":
      return lasting(startOfQuarter(day, firstMonth), 3);
    case "year":
    case "fiscal year":
      return lasting(startOfYear(day, firstMonth), 12);
    case "lifetime":
      return ALL_DAYS;
  }
}

const lasting = (from: CalendarDate, months: number): PeriodDays => ({ from, until: addMonths(from, months) });
