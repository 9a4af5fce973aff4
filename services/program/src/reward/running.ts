import { type CountingPeriod, type ProgramCalendar, periodContaining } from "../document/periods/index.js";
import { type CalendarDate, smallerOf } from "../exact/index.js";

/** Running sums by key. */
export class RunningSums {
  readonly #sums = new Map<string, bigint>();

  /** Returns the sum before `amount` is added. */
  add(key: string, amount: bigint): bigint {
    const before = this.#sums.get(key) ?? 0n;
    this.#sums.set(key, before + amount);
    return before;
  }

  of(key: string): bigint {
    return this.#sums.get(key) ?? 0n;
  }
}

/** One key for all days of a period. */
export const periodKey = (period: CountingPeriod, day: CalendarDate, calendar: ProgramCalendar): string =>
  period === "lifetime" ? "" : periodContaining(period, day, calendar).from;

/** How much of an amount fits below `most`. */
export const within = (most: bigint, before: bigint, amount: bigint): bigint =>
  smallerOf(most, before + amount) - smallerOf(most, before);

/** Groups items by key, in order. */
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
