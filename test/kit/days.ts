/** A day by its distance from today: 0 for today, below zero for days that are over. */
export const dayFromToday = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
