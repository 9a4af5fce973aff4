import { addDays, addMonths, type CalendarDate, startOfMonth, startOfQuarter } from "@tiergraph/program/exact";

export type SeriesStep = "day" | "month" | "quarter";

/**
 * The last days of the days, months or quarters before a day's own, then the day itself: `count` days, oldest first.
 * Quarters are those of the fiscal year.
 */
export function periodEnds(
  day: CalendarDate,
  { step, count, fiscalYearStartsIn }: { step: SeriesStep; count: number; fiscalYearStartsIn: number },
): CalendarDate[] {
  const [start, months] =
    step === "month" ? ([startOfMonth(day), 1] as const) : ([startOfQuarter(day, fiscalYearStartsIn), 3] as const);
  const endBefore = (steps: number): CalendarDate =>
    step === "day" ? addDays(day, -steps) : addDays(addMonths(start, (1 - steps) * months), -1);
  return [...Array.from({ length: count - 1 }, (_, i) => endBefore(count - 1 - i)), day];
}
