import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import { addDays, addMonths, type CalendarDate, startOfMonth, startOfQuarter } from "@tiergraph/program/exact";

export type SeriesStep = "day" | "month" | "quarter";

/**
 * The last days of the days, months or quarters before a day's own, then the day itself: `count` days, oldest first.
 * Quarters are those of the fiscal year.
 */
export const periodEnds = (day: CalendarDate, periods: Periods): readonly CalendarDate[] =>
  known.remember(`${day} ${periods.step} ${periods.count} ${periods.fiscalYearStartsIn}`, () => endsOf(day, periods));

interface Periods {
  readonly step: SeriesStep;
  readonly count: number;
  /** 1 to 12. */
  readonly fiscalYearStartsIn: number;
}

/** Most series end today. */
const known = new BoundedMap<string, readonly CalendarDate[]>(100);

function endsOf(day: CalendarDate, { step, count, fiscalYearStartsIn }: Periods): CalendarDate[] {
  const [start, months] =
    step === "month" ? ([startOfMonth(day), 1] as const) : ([startOfQuarter(day, fiscalYearStartsIn), 3] as const);
  const endBefore = (steps: number): CalendarDate =>
    step === "day" ? addDays(day, -steps) : addDays(addMonths(start, (1 - steps) * months), -1);
  return [...Array.from({ length: count - 1 }, (_, i) => endBefore(count - 1 - i)), day];
}
