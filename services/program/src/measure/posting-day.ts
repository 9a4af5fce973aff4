import type { Program } from "../document/program/index.js";
import { addDays, type CalendarDate, knownCalendarDate } from "../exact/index.js";
import { wholePeriod } from "./window.js";

/** For which day a fact counts that comes today. */
export type PostingDay =
  /** For its own. */
  | { readonly kind: "Open" }
  /** For today, since its period is closed and the program posts what comes late. */
  | { readonly kind: "Posted"; readonly on: CalendarDate; readonly closedOn: CalendarDate }
  /** For none: its period is closed and the program refuses what comes late. */
  | { readonly kind: "Closed"; readonly closedOn: CalendarDate };

/** For which day a fact of a day counts that comes today, or changes today. */
export type Posting = (day: CalendarDate) => PostingDay;

/** @param today as `YYYY-MM-DD` */
export const postingOn = (program: Pick<Program, "closing" | "calendar">, today: string): Posting => {
  const on = knownCalendarDate(today);
  return (day) => postingDay(program, day, on);
};

export const NOTHING_CLOSES: Posting = () => ({ kind: "Open" });

/** @param day on which something happened, not after `today` */
export function postingDay(
  { closing, calendar }: Pick<Program, "closing" | "calendar">,
  day: CalendarDate,
  today: CalendarDate,
): PostingDay {
  if (closing === null) return { kind: "Open" };
  const period = { length: closing.period, fiscal: closing.period !== "month" };
  // Named by the day after its last: the first of the period that follows.
  const { to: ended } = wholePeriod(period, { before: 0, asOf: day, calendar });
  const closedOn = addDays(ended, closing.afterDays);
  if (today < closedOn || (closing.since !== null && ended <= closing.since)) return { kind: "Open" };
  return closing.late === "post" ? { kind: "Posted", on: today, closedOn } : { kind: "Closed", closedOn };
}
