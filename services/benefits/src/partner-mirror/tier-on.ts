import type { TierPeriodRow } from "./tier-period.entity.js";

/** The tier held on a day; null before the first placement. Periods come earliest first. */
export const tierOn = (periods: readonly TierPeriodRow[], day: string): string | null =>
  periods.findLast(({ fromOn }) => fromOn <= day)?.tier ?? null;

/** The first day on which two histories of one partner name different tiers; null when they never do. */
export function firstDifference(before: readonly TierPeriodRow[], after: readonly TierPeriodRow[]): string | null {
  const days = [...new Set([...before, ...after].map(({ fromOn }) => fromOn))].sort();
  return days.find((day) => tierOn(before, day) !== tierOn(after, day)) ?? null;
}
