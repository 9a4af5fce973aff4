import { addMonths, type CalendarDate, startOfMonth } from "@tiergraph/program/exact";
import type { DayRange } from "@tiergraph/program/measure";

interface Days {
  /** First day, or `-infinity`. */
  readonly from: string;
  /** The day after the last. */
  readonly to: string;
}

/** Days as rollups keep them: whole months, and the days at both ends that make no whole month. */
export interface DaySpan {
  readonly months: Days;
  readonly before: Days;
  readonly after: Days;
}

/** A span of no days at all. */
export const NO_DAYS: Days = { from: "1000-01-01", to: "1000-01-01" };

export function daySpan({ from, to }: DayRange): DaySpan {
  const firstMonth = from === null ? null : startOfMonth(from) === from ? from : addMonths(startOfMonth(from), 1);
  const endMonth = startOfMonth(to);
  if (firstMonth !== null && firstMonth > endMonth) return { months: NO_DAYS, before: NO_DAYS, after: days(from, to) };
  return {
    months: days(firstMonth, endMonth),
    before: from === null || firstMonth === null ? NO_DAYS : days(from, firstMonth),
    after: days(endMonth, to),
  };
}

const days = (from: CalendarDate | null, to: CalendarDate): Days =>
  from === null ? { from: "-infinity", to } : from < to ? { from, to } : NO_DAYS;
