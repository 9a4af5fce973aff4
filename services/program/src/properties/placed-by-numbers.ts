import fc from "fast-check";
import type { Program } from "../document/program/index.js";
import { addDays, type CalendarDate, knownCalendarDate, rational } from "../exact/index.js";
import type { MeasureValue } from "../measure/index.js";
import {
  type DecisionRecord,
  decide,
  type GovernanceState,
  inputsOf,
  judge,
  type PlacePartner,
  placePartner,
  traceOf,
} from "../place/index.js";
import { MEASURES, MOST } from "./any-requirement.js";

/** For tests: a number for each measure of a random program. */
export type Numbers = readonly [number, number, number, number];
const aNumber = fc.integer({ min: 0, max: MOST + 2 });
export const someNumbers: fc.Arbitrary<Numbers> = fc.tuple(aNumber, aNumber, aNumber, aNumber);
export const someMeasure = fc.nat({ max: MEASURES.length - 1 });

/** For tests: days that follow each other, some of them at once and some after months. */
export function someDays(count: { min: number; max: number }): fc.Arbitrary<CalendarDate[]> {
  const gap = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 120 }));
  return fc
    .tuple(fc.nat({ max: 800 }), fc.array(gap, { minLength: count.min - 1, maxLength: count.max - 1 }))
    .map(([start, gaps]) => {
      const days = [addDays(knownCalendarDate("2019-01-01"), start)];
      for (const days_ of gaps) days.push(addDays(days.at(-1) ?? knownCalendarDate("2019-01-01"), days_));
      return days;
    });
}

/** For tests: places a partner of a random program by numbers. */
export function placeByNumbers(
  program: Program,
  asOf: CalendarDate,
  numbers: Numbers,
  before: GovernanceState | null,
): DecisionRecord {
  return placePartner(placementOf(program, asOf, numbers, before));
}

function placementOf(
  program: Program,
  asOf: CalendarDate,
  numbers: Numbers,
  before: GovernanceState | null,
): PlacePartner {
  return {
    program,
    asOf,
    measures: valuesOfNumbers(numbers, asOf),
    partner: { tracks: [], joinedOn: knownCalendarDate("2018-05-31") },
    approvals: [],
    override: null,
    hold: null,
    before,
  };
}

/** For tests: measures that swing between a few rows of numbers. */
export interface Swings {
  readonly days: readonly CalendarDate[];
  readonly rows: readonly Numbers[];
  /** Which of the rows stands on each day. */
  readonly pattern: readonly number[];
}
export const someSwings: fc.Arbitrary<Swings> = fc.record({
  days: someDays({ min: 20, max: 60 }),
  rows: fc.array(someNumbers, { minLength: 2, maxLength: 3 }),
  pattern: fc.array(fc.nat({ max: 11 }), { minLength: 60, maxLength: 60 }),
});

/**
 * For tests: one decision a day. Each row of numbers is assessed once, since without windows it is the same every day.
 */
export function placeThrough(program: Program, { days, rows, pattern }: Swings): DecisionRecord[] {
  const first = days[0] ?? knownCalendarDate("2019-01-01");
  const judged = rows.map((row) => {
    const placement = placementOf(program, first, row, null);
    const { tiers, reached, kept, metOn } = judge(placement);
    const measures = inputsOf(placement.measures.values());
    const found = { reached, kept, metOn, measures, trace: tiers.map(({ requirement }) => traceOf(requirement)) };
    return { placement, found };
  });
  const records: DecisionRecord[] = [];
  for (const [i, day] of days.entries()) {
    const row = judged[(pattern[i] ?? 0) % rows.length];
    if (row === undefined) throw new Error("There is a row");
    records.push(decide({ ...row.placement, asOf: day, before: records.at(-1)?.after ?? null }, row.found));
  }
  return records;
}

export function valuesOfNumbers(numbers: Numbers, asOf: CalendarDate): Map<string, MeasureValue> {
  return new Map(
    MEASURES.map((measure, i) => [
      measure,
      {
        measure,
        value: rational(numbers[i] ?? 0),
        numerator: null,
        denominator: null,
        groups: null,
        from: null,
        to: asOf,
        adjustments: [],
      },
    ]),
  );
}

/** For tests: how high a tier stands in its program. */
export function rankOf(program: Program, tier: string): number {
  return program.tiers.findIndex(({ name }) => name === tier);
}
