import fc from "fast-check";
import type { Governance } from "../document/governance/index.js";
import type { Program } from "../document/program/index.js";
import { addDays, type CalendarDate, knownCalendarDate, rational } from "../exact/index.js";
import { programOf } from "../fixtures/index.js";
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

/** For tests: how often each property is tried. */
export const RUNS = 10_000;
/** On two cores each takes less than a minute; other tests run beside it. */
export const TIMEOUT_MS = 300_000;

/**
 * For tests: tries a property `RUNS` times, or as often as is given, from a seed that is new each time, unless `PROPERTY_SEED` names one, and
 * prints it, so that whatever is found can be found again. The seed also makes the documents that the property is about.
 */
export function hold<Values extends [unknown, ...unknown[]]>(
  name: string,
  propertyOf: (seed: number) => fc.IProperty<Values>,
  runs = RUNS,
): void {
  const seed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.info(`${name}: seed ${seed}, ${runs} runs`);
  fc.assert(propertyOf(seed), { seed, numRuns: runs });
}

/** For tests: what a random document is made of, in the notation, as plain data that JSON writes. */
export type Notation = Record<string, unknown>;

const MEASURES = ["m0", "m1", "m2", "m3"] as const;
const MEASURE_SECTION: Notation = {
  m0: { count: "deal.won" },
  m1: { distinct: "customer", of: "deal.won", window: { rolling: "12 months" } },
  m2: { sum: "quantity", of: "seats", window: { rolling: "90 days" }, by: "product" },
  m3: { sum: "amount", of: "deal.won", "cap-per-customer": "40%" },
};
/** What scores of random programs count: never less for having more. */
const SCORE_SECTIONS: Notation = {
  weights: { "by-product": { by: "product", factors: { A: 2, otherwise: 0.5 } } },
  terms: { shared: { measure: "m1", points: 2, whole: true, each: 2, cap: 9 } },
  scores: {
    sum: { cap: 12, terms: [{ measure: "m0", points: 2 }, { term: "shared" }] },
    large: { terms: [{ measure: "m2", points: 3 }] },
    best: { "best-of": ["sum", "large"] },
  },
};
const MOST = 6;

const aMeasureName = fc.constantFrom(...MEASURES);
const aBound = fc.constantFrom("at-least", "more-than");

/** Never harder for having more: at-least and more-than, groups, and scores with points above zero. */
const aMonotoneRequirement: fc.Arbitrary<Notation> = fc.letrec<{ requirement: Notation }>((tie) => ({
  requirement: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 4, arbitrary: aThreshold() },
    { weight: 2, arbitrary: aMonotoneScore() },
    { weight: 2, arbitrary: fc.array(tie("requirement"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })) },
    { weight: 2, arbitrary: fc.array(tie("requirement"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
    {
      weight: 1,
      arbitrary: fc
        .array(tie("requirement"), { minLength: 1, maxLength: 3 })
        .chain((of) => fc.integer({ min: 1, max: of.length }).map((n) => ({ "at-least": n, of }))),
    },
  ),
})).requirement;

function aThreshold(): fc.Arbitrary<Notation> {
  return fc
    .record({
      measure: aMeasureName,
      bound: aBound,
      target: fc.integer({ min: 0, max: MOST }),
      keepsAt: fc.option(fc.integer({ min: 1, max: 100 }), { freq: 3 }),
    })
    .map(({ measure, bound, target, keepsAt }) => ({
      measure,
      [bound]: target,
      ...(keepsAt === null ? {} : { "keeps-at": `${keepsAt}%` }),
    }));
}

function aMonotoneScore(): fc.Arbitrary<Notation> {
  const rated = fc
    .record({
      counted: fc.oneof(
        { weight: 4, arbitrary: aMeasureName.map((measure): Notation => ({ measure })) },
        { weight: 1, arbitrary: fc.constantFrom<Notation>({ score: "sum" }, { score: "best" }) },
      ),
      points: fc.constantFrom<unknown>(1, 3, 0.5, "15/7", "1/3"),
      each: fc.integer({ min: 1, max: 4 }),
      whole: fc.boolean(),
      cap: fc.option(fc.integer({ min: 3, max: 15 })),
      gate: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }),
    })
    .map(({ counted, cap, gate, ...rest }) => ({
      ...counted,
      ...rest,
      ...(cap === null ? {} : { cap }),
      ...(gate === null ? {} : { gate: { measure: "m0", "at-least": gate } }),
    }));
  const counting: fc.Arbitrary<Notation> = fc.oneof(
    { weight: 5, arbitrary: rated },
    { weight: 1, arbitrary: fc.array(rated, { minLength: 2, maxLength: 3 }).map((any) => ({ any })) },
    { weight: 1, arbitrary: fc.constant<Notation>({ measure: "m2", points: 1, weight: "by-product" }) },
  );
  const term = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(counting, fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }))
        .map(([counted, floor]): Notation => (floor === null ? counted : { ...counted, floor })),
    },
    { weight: 1, arbitrary: fc.constant<Notation>({ term: "shared" }) },
  );
  return fc
    .record({
      terms: fc.array(term, { minLength: 1, maxLength: 3 }),
      total: fc.integer({ min: 1, max: 20 }),
      cap: fc.option(fc.integer({ min: 10, max: 30 })),
    })
    .map(({ cap, ...score }) => ({ score: cap === null ? score : { ...score, cap } }));
}

const aLength = fc.oneof(
  fc.integer({ min: 1, max: 120 }).map((days) => `${days} days`),
  fc.integer({ min: 1, max: 14 }).map((months) => `${months} months`),
);
const aDayOfYear = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 5, 15, 28))
  .map(([month, day]) => `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
export const aCadence = fc.oneof(
  fc.constantFrom<unknown>("on-change", "monthly", "quarterly", "fiscal quarterly", "anniversary"),
  aDayOfYear.map((on) => ({ annual: on })),
  fc.uniqueArray(aDayOfYear, { minLength: 1, maxLength: 3 }).map((on) => ({ annual: on })),
);
const aPeriod = fc.constantFrom("month", "quarter", "half-year", "year");
const steps = fc.integer({ min: 1, max: 2 });
const aFreeze = (tiers: readonly string[]) =>
  fc
    .record({
      limit: fc.oneof(
        fc.constant({}),
        fc.constantFrom(...tiers).map((tier) => ({ "not-below": tier })),
        fc.constantFrom(...tiers).map((tier) => ({ "not-above": tier })),
      ),
      days: fc.oneof(
        fc.record({ from: aDayOfYear, to: aDayOfYear }),
        fc.constantFrom({ from: "2024-02-29", to: "2024-04-30" }, { from: "2023-12-15", to: "2024-01-05" }),
      ),
      why: fc.constant("Nobody is at work."),
    })
    .map(({ days, limit, why }) => ({ ...days, ...limit, why }));

/** For tests: any governance section of a program with these tiers, each part there or not. */
export const aGovernanceOf = (tiers: readonly string[]): fc.Arbitrary<Notation> =>
  fc.record(
    {
      cadence: aCadence,
      up: aCadence,
      down: aCadence,
      "keeps-at": fc.integer({ min: 50, max: 100 }).map((percent) => `${percent}%`),
      grace: aLength,
      "minimum-tenure": aLength,
      "wait-after-demotion": aLength,
      "steps-per-review": fc.oneof(steps, fc.record({ up: steps, down: steps }, { requiredKeys: [] })),
      period: aPeriod,
      "ratchet-until": aDayOfYear,
      freeze: fc.array(aFreeze(tiers), { minLength: 1, maxLength: 2 }),
      "takes-effect": fc.constantFrom<unknown>("at-once", "next-month", { months: 2 }, { days: 30 }),
    },
    { requiredKeys: [] },
  );
// Every random ladder has these.
export const aGovernance: fc.Arbitrary<Notation> = aGovernanceOf(["t0", "t1", "t2"]);

/** For tests: on-change both ways, and nothing that holds a partner but grace, a share that keeps, and the period. */
export const aGovernanceOfGrace: fc.Arbitrary<Notation> = fc.record(
  {
    up: aCadence,
    "keeps-at": fc.integer({ min: 50, max: 100 }).map((percent) => `${percent}%`),
    grace: aLength,
    "wait-after-demotion": aLength,
    "steps-per-review": fc.record({ up: steps }),
    period: aPeriod,
    "takes-effect": fc.constantFrom<unknown>("at-once", "next-month", { days: 30 }),
  },
  { requiredKeys: ["grace"] },
);

// Reading a document takes longer than placing a partner by it: each ladder meets each governance.
const DOCUMENTS = 300;

/** For tests: what a random program has. */
export interface Randomness {
  readonly seed: number;
  readonly governance: fc.Arbitrary<Notation | null>;
  /** Some tiers are met on any day in a window; true where left out. */
  readonly hasWindows?: boolean;
  /** Some tiers are reviewed on days of their own; true where left out. */
  readonly hasCadences?: boolean;
}

/** For tests: a program of three to five tiers whose requirements are never harder for having more. */
export function aMonotoneProgram({
  seed,
  governance,
  hasWindows = true,
  hasCadences = true,
}: Randomness): fc.Arbitrary<Program> {
  const ladders = fc.sample(aLadder({ hasWindows, hasCadences }), { seed, numRuns: DOCUMENTS });
  const governances = fc.sample(governance, { seed, numRuns: DOCUMENTS }).map(governanceOf);
  return fc
    .tuple(fc.constantFrom(...ladders), fc.constantFrom(...governances))
    .map(([program, section]) => ({ ...program, governance: section }));
}

function governanceOf(section: Notation | null): Governance | null {
  const asking = (rank: number) => ({ rank, why: "Earned.", requires: { measure: "deals", "at-least": rank } });
  const tiers = { t0: { rank: 0, why: "Everyone." }, t1: asking(1), t2: asking(2) };
  const measures = { deals: { count: "deal.won" } };
  const document = { program: "random", version: "1", currency: "USD", measures, tiers };
  return programOf(JSON.stringify(section === null ? document : { ...document, governance: section })).governance;
}

function aLadder({ hasWindows, hasCadences }: { hasWindows: boolean; hasCadences: boolean }): fc.Arbitrary<Program> {
  return fc
    .record({
      ladder: fc.constantFrom("highest-own", "cumulative"),
      tiers: fc.array(
        fc.record({
          requires: aMonotoneRequirement,
          keeps: fc.oneof(
            { weight: 3, arbitrary: fc.constant({}) },
            {
              weight: 1,
              arbitrary: fc.integer({ min: 50, max: 99 }).map((percent) => ({ "keeps-at": `${percent}%` })),
            },
            { weight: 1, arbitrary: aThreshold().map((keeps) => ({ keeps })) },
          ),
          inherits: fc.boolean(),
          cadence: fc.oneof(
            { weight: 5, arbitrary: fc.constant({}) },
            {
              weight: hasCadences ? 1 : 0,
              arbitrary: fc.record({ up: aCadence, down: aCadence }, { requiredKeys: [] }),
            },
          ),
          window: hasWindows
            ? fc.option(fc.constantFrom<unknown>({ calendar: "6 months" }, { rolling: "30 days" }), { freq: 1 })
            : fc.constant(null),
        }),
        { minLength: 2, maxLength: 4 },
      ),
    })
    .map(({ ladder, tiers }) =>
      programOf(
        JSON.stringify({
          program: "random",
          version: "1",
          currency: "USD",
          "fiscal-year-starts-in": 2,
          ladder,
          measures: MEASURE_SECTION,
          ...SCORE_SECTIONS,
          tiers: {
            t0: { rank: 0, why: "Everyone." },
            ...Object.fromEntries(
              tiers.map(({ requires, keeps, inherits, cadence, window }, i) => [
                `t${i + 1}`,
                {
                  rank: i + 1,
                  why: "Earned.",
                  requires,
                  ...keeps,
                  ...cadence,
                  ...(inherits && i > 0 ? { inherits: `t${i}` } : {}),
                  ...(window === null ? {} : { "met-on-any-day-in": window }),
                },
              ]),
            ),
          },
        }),
      ),
    );
}

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

/** For tests: a decision a day. What a row of numbers merits is judged once: without windows it is the same every day. */
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
