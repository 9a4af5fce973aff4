import { addDays, type CalendarDate, knownCalendarDate } from "@tiergraph/program/exact";

/**
 * The day that lies so many business days after another: Monday to Friday, without holidays. Counting from a day on which
 * nobody works is counting from the last one on which somebody did.
 *
 * @param days at least 1
 */
export function addBusinessDays(from: CalendarDate, days: number, holidays: readonly string[]): CalendarDate {
  const closed = new Set(holidays);
  let [day, left] = [from, days];
  while (left > 0) {
    day = addDays(day, 1);
    if (isBusinessDay(day, closed)) left -= 1;
  }
  return day;
}

const isBusinessDay = (day: CalendarDate, holidays: ReadonlySet<string>): boolean =>
  ![0, 6].includes(new Date(`${knownCalendarDate(day)}T00:00:00Z`).getUTCDay()) && !holidays.has(day);
