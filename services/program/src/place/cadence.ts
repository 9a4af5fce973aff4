import type {
  Cadence,
  DayOfYear,
  Effect,
  Freeze,
  FreezeLimit,
  Length,
  Period,
  SingleFreeze,
} from "../document/governance/index.js";
import type { ProgramCalendar } from "../document/periods/index.js";
import {
  addDays,
  addMonths,
  type CalendarDate,
  dayOfYear,
  startOfMonth,
  startOfQuarter,
  yearOf,
} from "../exact/index.js";

/** What the days of a cadence depend on. */
export interface ReviewCalendar {
  readonly calendar: ProgramCalendar;
  /** The day on which the partner joined; null where it is unknown. */
  readonly joinedOn: CalendarDate | null;
}

/** The latest review day on or before `day`. With `on-change` every day is a review day. */
export function reviewOnOrBefore(cadence: Cadence, day: CalendarDate, by: ReviewCalendar): CalendarDate {
  switch (cadence.kind) {
    case "on-change":
      return day;
    case "monthly":
      return startOfMonth(day);
    case "quarterly":
      return startOfQuarter(day, cadence.fiscal ? by.calendar.fiscalYearStartsIn : 1);
    case "annual":
      return latest(cadence.on.map((on) => onOrBefore(on, day))) ?? day;
    case "anniversary":
      return onOrBefore(anniversaryOf(by.joinedOn), day);
  }
}

/** The earliest review day on or after `day`. */
export function reviewOnOrAfter(cadence: Cadence, day: CalendarDate, by: ReviewCalendar): CalendarDate {
  const last = reviewOnOrBefore(cadence, day, by);
  if (last === day) return day;
  if (cadence.kind === "monthly") return addMonths(last, 1);
  if (cadence.kind === "quarterly") return addMonths(last, 3);
  const days = cadence.kind === "annual" ? cadence.on : [anniversaryOf(by.joinedOn)];
  return days.map((on) => nextDayOfYear(on, day)).sort()[0] ?? last;
}

/** The first such day of the year after `day`. */
export function nextDayOfYear(of: DayOfYear, day: CalendarDate): CalendarDate {
  const thisYear = dayIn(of, yearOf(day));
  return thisYear > day ? thisYear : dayIn(of, yearOf(day) + 1);
}

export function addLength(day: CalendarDate, { count, unit }: Length): CalendarDate {
  return unit === "day" ? addDays(day, count) : addMonths(day, count);
}

const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const satisfies Record<Period, number>;

/** First day of the calendar period that contains `day`. Half-years and years start in January. */
export function startOfPeriod(period: Period, day: CalendarDate): CalendarDate {
  const start = startOfMonth(day);
  const monthsIntoPeriod = (Number(day.slice(5, 7)) - 1) % MONTHS[period];
  return addMonths(start, -monthsIntoPeriod);
}

/** First day after the calendar period that contains `day`. */
export function endOfPeriod(period: Period, day: CalendarDate): CalendarDate {
  return addMonths(startOfPeriod(period, day), MONTHS[period]);
}

/** The first day after a freeze of all changes that covers `day`; null where none does. */
export const endOfFreeze = (freezes: readonly Freeze[], day: CalendarDate): CalendarDate | null =>
  latest(freezes.flatMap((freeze) => (freeze.limit === null ? endsAfter(freeze, day) : [])));

/** The limited freezes that cover `day`, each with the first day after it. */
export const limitsOn = (
  freezes: readonly Freeze[],
  day: CalendarDate,
): { readonly limit: FreezeLimit; readonly until: CalendarDate }[] =>
  freezes.flatMap((freeze) => {
    const { limit } = freeze;
    return limit === null ? [] : endsAfter(freeze, day).map((until) => ({ limit, until }));
  });

/** The first day after the freeze; empty where it does not cover `day`. */
function endsAfter(freeze: Freeze, day: CalendarDate): CalendarDate[] {
  if (isOnce(freeze)) return freeze.from <= day && day <= freeze.to ? [addDays(freeze.to, 1)] : [];
  const start = onOrBefore(freeze.from, day);
  const last = dayIn(freeze.to, yearOf(start));
  const end = addDays(last < start ? dayIn(freeze.to, yearOf(start) + 1) : last, 1);
  return day < end ? [end] : [];
}

const latest = (days: readonly CalendarDate[]): CalendarDate | null =>
  days.reduce<CalendarDate | null>((last, day) => (last === null || day > last ? day : last), null);

const isOnce = (freeze: Freeze): freeze is SingleFreeze => typeof freeze.from === "string";

/** The day on which a decision made on `day` takes effect. */
export function effectiveOn(effect: Effect, day: CalendarDate): CalendarDate {
  if (effect.kind === "at-once") return day;
  if (effect.kind === "after") return addDays(day, effect.days);
  return addMonths(startOfMonth(day), effect.months);
}

function anniversaryOf(joinedOn: CalendarDate | null): DayOfYear {
  return joinedOn === null
    ? { month: 1, day: 1 }
    : { month: Number(joinedOn.slice(5, 7)), day: Number(joinedOn.slice(8, 10)) };
}

function onOrBefore(of: DayOfYear, day: CalendarDate): CalendarDate {
  const thisYear = dayIn(of, yearOf(day));
  return thisYear <= day ? thisYear : dayIn(of, yearOf(day) - 1);
}

const dayIn = ({ month, day }: DayOfYear, year: number): CalendarDate => dayOfYear(year, month, day);
