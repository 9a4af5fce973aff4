import { addDays, addMonths, type CalendarDate, startOfMonth } from "@tiergraph/program/exact/calendar-date";

/** The last days of the months before a day's own, then the day itself: `count` days, oldest first. */
export function monthEnds(day: CalendarDate, count: number): CalendarDate[] {
  const thisMonth = startOfMonth(day);
  const earlier = Array.from({ length: count - 1 }, (_, i) => addDays(addMonths(thisMonth, i + 2 - count), -1));
  return [...earlier, day];
}
