import { type CountingPeriod, periodContaining } from "@tiergraph/program/document/periods";
import type { Program } from "@tiergraph/program/document/program";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { earningPeriods } from "@tiergraph/program/reward";

/** Days from `from` to the one before `until`. */
export interface DayRange {
  readonly from: string;
  readonly until: string;
}

const END_OF_DAYS = "9999-12-31";

/** The days on which something may be earned otherwise because of what happened on one: its own, and the periods that hold it. */
export function rangeAround(day: string, programs: readonly Program[]): DayRange {
  const date = knownCalendarDate(day);
  const periods: DayRange[] = programs.flatMap((program) =>
    [...earningPeriods(program)].map((period: CountingPeriod) => periodContaining(period, date, program.calendar)),
  );
  return spanning([{ from: day, until: addDays(date, 1) }, ...periods]);
}

/** The days on which something may be earned otherwise because of what changed from a day on. */
export const rangeSince = (day: string, programs: readonly Program[]): DayRange => ({
  from: rangeAround(day, programs).from,
  until: END_OF_DAYS,
});

/** The same days in as few ranges as possible, earliest first. */
export function merged(ranges: readonly DayRange[]): DayRange[] {
  const joined: DayRange[] = [];
  for (const range of [...ranges].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = joined.at(-1);
    if (last !== undefined && range.from <= last.until) joined[joined.length - 1] = spanning([last, range]);
    else joined.push(range);
  }
  return joined;
}

export const holdsDay = (ranges: readonly DayRange[], day: string): boolean =>
  ranges.some(({ from, until }) => from <= day && day < until);

function spanning(ranges: readonly DayRange[]): DayRange {
  const [from, until] = [
    ranges.map((range) => range.from).sort()[0],
    ranges
      .map((range) => range.until)
      .sort()
      .at(-1),
  ];
  if (from === undefined || until === undefined) throw new Error("No range to span");
  return { from, until };
}
