// Days as the graph writes them, `2026-03-31`, in UTC. Tests take every day that moves with today from here.
const A_DAY = 86_400_000;
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** A day by its distance from today: 0 for today, below zero for days that are over. */
export const dayFromToday = (days: number): string => dayOf(Date.now() + days * A_DAY);
export const daysAgo = (days: number): string => dayFromToday(-days);
export const today = (): string => dayFromToday(0);

/** How many days a day is over; below zero for one to come. */
export const daysSince = (day: string): number => Math.floor((Date.now() - Date.parse(day)) / A_DAY);

/** The same day of the month, so many months on; the last day of a shorter one. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** The first day of the month after a day's. */
export const nextMonth = (day: string): string => monthsAfter(`${day.slice(0, 7)}-01`, 1);

/** How many days one day is after another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / A_DAY;

/** A day as sentences have it in English: `30 November 2026`. */
export const inWords = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
