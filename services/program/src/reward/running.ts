import { type CountingPeriod, type ProgramCalendar, periodContaining } from "../document/periods/index.js";
import { type CalendarDate, smallerOf } from "../exact/index.js";

/** Sums that run on within a period, and start again with the next. */
export class RunningSums {
  readonly #sums = new Map<string, bigint>();

  /** What stands before `amount` joins it. */
  add(key: string, amount: bigint): bigint {
    const before = this.#sums.get(key) ?? 0n;
    this.#sums.set(key, before + amount);
    return before;
  }

  of(key: string): bigint {
    return this.#sums.get(key) ?? 0n;
  }
}

/** One text for all days of a period. */
export const periodKey = (period: CountingPeriod, day: CalendarDate, calendar: ProgramCalendar): string =>
  period === "lifetime" ? "" : periodContaining(period, day, calendar).from;

/** What a running sum below `most` takes of an amount. */
export const within = (most: bigint, before: bigint, amount: bigint): bigint =>
  smallerOf(most, before + amount) - smallerOf(most, before);

/** Items by key, each group in the order of the items. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
