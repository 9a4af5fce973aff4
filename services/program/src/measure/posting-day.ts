import type { Program } from "../document/program/index.js";
import { addDays, type CalendarDate, knownCalendarDate } from "../exact/index.js";
import { wholePeriod } from "./window.js";

/** The day on which a fact that arrives today counts. */
export type PostingDay =
  /** On its own day. */
  | { readonly kind: "Open" }
  /** Today: its period is closed, and the program posts late facts. */
  | { readonly kind: "Posted"; readonly on: CalendarDate; readonly closedOn: CalendarDate }
  /** Not at all: its period is closed, and the program refuses late facts. */
  | { readonly kind: "Closed"; readonly closedOn: CalendarDate };

/** The day on which a fact that arrives or changes today counts, by its own day. */
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
  // Identified by its end: the first day of the next period.
  const { to: ended } = wholePeriod(period, { before: 0, asOf: day, calendar });
  const closedOn = addDays(ended, closing.afterDays);
  if (today < closedOn || (closing.since !== null && ended <= closing.since)) return { kind: "Open" };
  return closing.late === "post" ? { kind: "Posted", on: today, closedOn } : { kind: "Closed", closedOn };
}
