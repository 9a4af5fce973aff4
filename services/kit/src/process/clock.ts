/** Actions are given the time, so that tests and replays can choose it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The calendar day in UTC, `YYYY-MM-DD`: the day that programs are judged by. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
