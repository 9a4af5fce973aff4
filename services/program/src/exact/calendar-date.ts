declare const calendarDate: unique symbol;

/**
 * A day as `YYYY-MM-DD`, years 1000 to 9999, without time or time zone. Sorting the text sorts the days. Only functions
 * of this file make one, so a value of this type is always a day that exists.
 */
export type CalendarDate = string & { readonly [calendarDate]: true };

/** Null unless the text is a real day: `2017-02-29` is not. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const [, year, month, day] = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  const isReal = parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= daysInMonth(parts);
  return isReal ? formatDate(parts) : null;
}

/** For text that must be a day, such as a `date` column. Throws where it is not. */
export function knownCalendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(`Not a calendar date: ${text}`);
  return date;
}

/** `days` may be negative. Throws past the year 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return formatDate(dateOfDayNumber(dayNumber(partsOf(date)) + days));
}

/**
 * `months` may be negative. A day that the month lacks becomes its last: 31 May minus three months is 28 February. The
 * same as PostgreSQL's `date + interval 'n months'`, since SQL counts the same windows.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const target = monthOfNumber(year * 12 + (month - 1) + months);
  return formatDate({ ...target, day: Math.min(day, daysInMonth(target)) });
}

export function startOfMonth(date: CalendarDate): CalendarDate {
  return formatDate({ ...partsOf(date), day: 1 });
}

/** First day of the quarter that contains `date`. The fiscal year starts in month 1 to 12. */
export function startOfQuarter(date: CalendarDate, firstMonthOfFiscalYear: number): CalendarDate {
  const monthsIntoYear = (partsOf(date).month - firstMonthOfFiscalYear + 12) % 12;
  return addMonths(startOfMonth(date), -(monthsIntoYear % 3));
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(partsOf(to)) - dayNumber(partsOf(from));
}

/** A day from its parts; the last day of the month where the month is shorter. Throws outside years 1 to 9999. */
export function dayOfYear(year: number, month: number, day: number): CalendarDate {
  return formatDate({ year, month, day: Math.min(day, daysInMonth({ year, month })) });
}

export function yearOf(date: CalendarDate): number {
  return partsOf(date).year;
}

/** First day of the year that contains `date`. The year starts in month 1 to 12. */
export function startOfYear(date: CalendarDate, firstMonth: number): CalendarDate {
  return addMonths(startOfMonth(date), -((partsOf(date).month - firstMonth + 12) % 12));
}

export function isBefore(date: CalendarDate, other: CalendarDate): boolean {
  return date < other;
}

/** For people: `30 June 2017`. */
export function formatForReading(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTH_NAMES[month - 1]} ${year}`;
}

interface YearMonth {
  readonly year: number;
  readonly month: number;
}
interface DateParts extends YearMonth {
  readonly day: number;
}

const MONTH_NAMES = "January February March April May June July August September October November December".split(" ");
const ZERO = "0".charCodeAt(0);
/** `00` to `31`. */
const TWO_DIGITS = Array.from({ length: 32 }, (_, i) => String(i).padStart(2, "0"));
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// Reads digits one by one: every measure computes windows from days, and slicing text was the largest cost.
function partsOf(date: CalendarDate): DateParts {
  const century = twoDigitsAt(date, 0);
  return { year: century * 100 + twoDigitsAt(date, 2), month: twoDigitsAt(date, 5), day: twoDigitsAt(date, 8) };
}

const twoDigitsAt = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

function formatDate({ year, month, day }: DateParts): CalendarDate {
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`Year ${year} is outside the calendar`);
  const yearDigits = year < 1000 ? String(year).padStart(4, "0") : String(year);
  // The only place that makes the type. Callers pass real days only.
  return `${yearDigits}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}` as CalendarDate;
}

function monthOfNumber(monthNumber: number): YearMonth {
  const year = Math.floor(monthNumber / 12);
  return { year, month: monthNumber - year * 12 + 1 };
}

function daysInMonth({ year, month }: YearMonth): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeapYear ? 29 : (LAST_DAYS[month - 1] ?? 0);
}

// Day 0 is 1 March of the year 0, so that a leap day is the last of its year. The arithmetic is from Howard Hinnant's
// "chrono-Compatible Low-Level Date Algorithms"; JavaScript's Date would add a time zone.
function dayNumber({ year, month, day }: DateParts): number {
  const y = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear;
}

function dateOfDayNumber(number: number): DateParts {
  const era = Math.floor(number / 146097);
  const dayOfEra = number - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}
