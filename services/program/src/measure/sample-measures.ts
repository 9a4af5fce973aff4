import {
  type CountMeasure,
  type DistinctMeasure,
  type FactSource,
  type Measure,
  SELF_DEALING,
  type SimpleMeasure,
  type StatisticMeasure,
  type SumMeasure,
} from "../document/measure.js";
import { NO_LEDGER_TERMS } from "../document/parse-ledger-terms.js";
import type { Program } from "../document/program.js";
import type { Window } from "../document/window.js";
import { addDays, type CalendarDate, knownCalendarDate } from "../exact/calendar-date.js";
import { rational } from "../exact/rational.js";
import { RANDOM_KINDS } from "../fixtures/sample-facts.js";
import type { Adjustment } from "./adjustment.js";

const LIFETIME: Window = { kind: "lifetime" };
const COMMON = { title: "A measure", unit: "count", effort: null, seenBy: "everyone" } as const;
const SIMPLE = { window: LIFETIME, onlyActive: false, late: "post", by: null } as const;
const NETTING = { netOf: null, capPerCustomer: null } as const;

/** For tests: won deals of all time, with whatever is given instead. */
export const sourceOf = (given: Partial<FactSource> = {}): FactSource => ({
  kinds: ["deal.won"],
  where: [],
  except: [],
  since: null,
  before: null,
  ...given,
});

export const aSum = (name: string, given: Partial<SumMeasure> = {}): SumMeasure => ({
  ...COMMON,
  ...SIMPLE,
  ...NETTING,
  name,
  kind: "sum",
  field: "amount",
  unit: "money",
  source: sourceOf(),
  ...given,
});
export const aCount = (name: string, given: Partial<CountMeasure> = {}): CountMeasure => ({
  ...COMMON,
  ...SIMPLE,
  ...NETTING,
  name,
  kind: "count",
  source: sourceOf(),
  ...given,
});
export const aDistinct = (name: string, given: Partial<DistinctMeasure> = {}): DistinctMeasure => ({
  ...COMMON,
  ...SIMPLE,
  name,
  kind: "distinct",
  of: "customer",
  atLeast: 1,
  holding: null,
  source: sourceOf(),
  ...given,
});
export const aStatistic = (name: string, given: Partial<StatisticMeasure> = {}): StatisticMeasure => ({
  ...COMMON,
  ...SIMPLE,
  name,
  kind: "statistic",
  statistic: "median",
  field: "amount",
  source: sourceOf(),
  ...given,
});
/** For tests: a measure made of others, or compared with others. */
export const aMeasure = (name: string, given: Uncommon<Measure>): Measure => ({ ...COMMON, name, ...given });
type Uncommon<Any> = Any extends Measure ? Omit<Any, "name" | keyof typeof COMMON> : never;

/** For tests: a program of nothing but measures, whose fiscal year starts in February. */
export const programWith = (...measures: readonly Measure[]): Program => ({
  name: "sample",
  version: "1",
  why: null,
  source: null,
  changes: [],
  currency: "USD",
  calendar: { fiscalYearStartsIn: 2 },
  ladder: "highest-own",
  tracksJoin: null,
  tracks: [],
  markets: [],
  factKinds: [],
  measures,
  weights: [],
  terms: [],
  scores: [],
  rules: [],
  approvals: [],
  expectations: [],
  reviews: [],
  tiers: [],
  governance: null,
  closing: null,
  benefits: [],
  rebates: [],
  bonuses: [],
  spiffs: [],
  ceilings: [],
  ledger: NO_LEDGER_TERMS,
  funds: [],
  registrations: null,
  courses: [],
  maturities: [],
  paths: [],
  validations: [],
  onboarding: null,
  sandboxes: null,
  checks: { valueRisesBy: null, marginCeiling: null, costCeiling: null },
});

/** For tests: an adjustment of January 2017 for everyone, with whatever is given instead. */
export function anAdjustment(
  given: Partial<Omit<Adjustment, "from" | "to">> & { from?: string; to?: string } = {},
): Adjustment {
  const { from = "2017-01-01", to = "2017-02-01", ...rest } = given;
  return {
    id: "adjustment",
    measure: "revenue",
    kind: "factor",
    factor: rational(2),
    markets: [],
    regions: [],
    why: "Why.",
    ...rest,
    from: knownCalendarDate(from),
    to: knownCalendarDate(to),
  };
}

/** For tests: what picks at random, the same for the same numbers. */
export const picksOf = (random: () => number) => {
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    below,
    anyOf: <Item>(items: readonly [Item, ...Item[]]) => items[below(items.length)] ?? items[0],
    maybe: <Item>(share: number, item: () => Item): Item | null => (random() < share ? item() : null),
  };
};
type Picks = ReturnType<typeof picksOf>;

const WINDOWS: readonly [Window, ...Window[]] = [
  LIFETIME,
  { kind: "rolling-days", days: 90 },
  { kind: "rolling-days", days: 400 },
  { kind: "rolling-months", months: 12 },
  { kind: "calendar-months", months: 6 },
  ...(["month", "quarter", "year"] as const).flatMap((kind) =>
    [true, false].flatMap((fiscal) => (["current", "last"] as const).map((which): Window => ({ kind, fiscal, which }))),
  ),
];

/** For tests: a program with measures of every kind but reviews, their details at random. */
export function randomProgram(random: () => number): Program {
  const picks = picksOf(random);
  const additive = Array.from({ length: 5 }, (_, i) => randomSum(picks, `sum-${i}`, true));
  const simple: SimpleMeasure[] = [
    ...additive,
    ...Array.from({ length: 4 }, (_, i) => randomSum(picks, `told-apart-${i}`, false)),
    ...Array.from({ length: 4 }, (_, i) => randomDistinct(picks, `distinct-${i}`)),
    ...Array.from({ length: 5 }, (_, i) => randomStatistic(picks, i)),
  ];
  const [first = aSum("none")] = simple;
  const one = () => picks.anyOf([first, ...simple]);
  const sum = () => picks.anyOf([aSum("all"), ...additive]);
  const composites: Measure[] = [
    aMeasure("ratio", { kind: "ratio", numerator: one(), denominator: one() }),
    aMeasure("total", {
      kind: "total",
      terms: [
        { measure: one(), times: rational(1) },
        { measure: one(), times: rational(-3, 2) },
      ],
    }),
    aMeasure("largest", { kind: "largest", of: [one(), one()] }),
    aMeasure("largest-group", { kind: "largest-group", of: one() }),
    aMeasure("of-composites", {
      kind: "ratio",
      numerator: aMeasure("of-composites.numerator", {
        kind: "total",
        terms: [
          { measure: one(), times: rational(1) },
          { measure: one(), times: rational(2, 3) },
        ],
      }),
      denominator: aMeasure("of-composites.denominator", { kind: "largest", of: [one(), one()] }),
    }),
    aMeasure("smallest", { kind: "smallest", of: [one(), one(), one()] }),
    ...(["amount", "share"] as const).map((as) =>
      aMeasure(`change-${as}`, { kind: "change", of: one(), months: 1 + picks.below(14), as }),
    ),
    aMeasure("active", {
      kind: "active-periods",
      period: picks.anyOf(["month", "quarter", "year"] as const),
      fiscal: random() < 0.5,
      last: 1 + picks.below(5),
      of: random() < 0.5 ? sum() : randomSum(picks, "active.of", false),
      atLeast: rational(picks.below(3)),
    }),
  ];
  const nested = aMeasure("nested", {
    kind: "total",
    terms: composites.slice(0, 5).map((measure) => ({ measure, times: rational(1, 3) })),
  });
  const ranks = ([[], ["region"], ["country"], ["market"], ["tracks"], ["region", "tracks"]] as const).map((among) =>
    aMeasure(`percentile-${among.join("-") || "everyone"}`, {
      kind: "percentile",
      of: picks.anyOf<Measure>([sum(), sum(), one(), picks.anyOf([nested, ...composites])]),
      among,
      counts: picks.anyOf(["not-above", "at-or-above", "from-the-top"] as const),
    }),
  );
  return programWith(...simple, ...composites, nested, ...ranks);
}

/** For tests: adjustments at random of the measures of a program. */
export function randomAdjustments(random: () => number, program: Program): Adjustment[] {
  const { below } = picksOf(random);
  return Array.from({ length: below(8) }, (_, i): Adjustment => {
    const from = addDays(knownCalendarDate("2016-01-01"), below(730));
    const isFactor = random() < 0.5;
    return {
      id: `adjustment-${i}`,
      measure: program.measures[below(program.measures.length)]?.name ?? "none",
      kind: isFactor ? "factor" : "excused",
      from,
      to: addDays(from, 1 + below(120)),
      factor: isFactor ? rational(below(30), 10) : null,
      markets: [],
      regions: [],
      why: "At random.",
    };
  });
}

function randomSource({ anyOf, maybe, below }: Picks, holding: boolean): FactSource {
  const kinds = holding ? RANDOM_KINDS : RANDOM_KINDS.filter((kind) => kind !== "certification");
  const [first = "deal.won", ...others] = kinds;
  const day = (): CalendarDate => addDays(knownCalendarDate("2016-01-01"), below(730));
  return {
    kinds: [...new Set(Array.from({ length: 1 + below(3) }, () => anyOf([first, ...others])))],
    where:
      maybe(0.3, () => [
        anyOf([
          { attribute: "product", in: ["GTX Pro"] },
          { attribute: "region", in: ["West", ""] },
        ]),
      ]) ?? [],
    except: maybe(0.3, () => [SELF_DEALING, { attribute: "customer", in: ["Codehow"] }]) ?? [],
    since: maybe(0.2, day),
    before: maybe(0.2, day),
  };
}

function randomSum(picks: Picks, name: string, additive: boolean): SumMeasure | CountMeasure {
  const { anyOf, maybe, below } = picks;
  const shared = {
    source: randomSource(picks, !additive),
    window: anyOf(WINDOWS),
    netOf: maybe(0.5, () => ({ source: randomSource(picks, !additive), window: maybe(0.5, () => anyOf(WINDOWS)) })),
    onlyActive: !additive && below(3) === 0,
    late: !additive && below(4) === 0 ? ("recount" as const) : ("post" as const),
    by: additive ? null : maybe(0.5, () => anyOf(["region", "product", "customer"])),
    capPerCustomer: additive
      ? null
      : maybe(0.6, () => ({ kind: anyOf(["share", "amount"] as const), most: rational(below(80), 100) })),
  };
  if (below(3) === 0) return aCount(name, shared);
  return aSum(name, { ...shared, field: anyOf(["amount", "quantity"] as const) });
}

const randomDistinct = (picks: Picks, name: string): DistinctMeasure =>
  aDistinct(name, {
    source: randomSource(picks, true),
    window: picks.anyOf(WINDOWS),
    of: picks.anyOf<DistinctMeasure["of"]>(["customer", "person", "product", { attribute: "level" }]),
    atLeast: 1 + picks.below(3),
    holding: picks.maybe(0.3, () =>
      picks.anyOf<DistinctMeasure["of"]>(["product", "customer", { attribute: "level" }]),
    ),
    onlyActive: picks.below(3) === 0,
    by: picks.maybe(0.3, () => "region"),
  });

const randomStatistic = (picks: Picks, index: number): StatisticMeasure =>
  aStatistic(`statistic-${index}`, {
    source: randomSource(picks, true),
    window: picks.anyOf(WINDOWS),
    statistic: (["median", "average", "latest", "greatest", "least"] as const)[index] ?? "median",
    field: picks.anyOf(["amount", "quantity"]),
    onlyActive: picks.below(3) === 0,
    by: picks.maybe(0.3, () => "product"),
  });
