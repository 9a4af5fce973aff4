import type { FactKind } from "../document/facts/index.js";
import type { RateMeasure } from "../document/measures/index.js";
import {
  type CalendarDate,
  currencyDigits,
  fromMinorUnits,
  knownCalendarDate,
  type Rational,
  rational,
  smallerOf,
} from "../exact/index.js";
import type { CountedDays } from "./counted-days.js";
import type { CarriedField } from "./fact-selection.js";
import type { GatheredRow, Gathering } from "./fact-totals.js";
import type { MeasureContext, Measured } from "./measure-context.js";
import type { MeasureValue } from "./measure-value.js";
import { type DayRange, isWithin } from "./window.js";
import { withValues } from "./with-values.js";

type Rated = Pick<Measured, "value" | "groups"> & Pick<MeasureValue, "numerator" | "denominator">;

/** A numerator and a denominator. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Facts by their role in a rate. */
type Sides = Readonly<Record<string, readonly GatheredRow[]>>;

/** Computes a rate for all facts, and for each group. */
export function measureRate(measure: RateMeasure, context: MeasureContext, days: CountedDays): Rated {
  const sides = SIDES[measure.rate](gatherer(measure, context), days);
  const whole = FRACTIONS[measure.rate](sides, days);
  const value = rateOf(measure, whole);
  // Points have no numerator and denominator to show.
  const isShown = measure.unit === "percent" && value !== null;
  const digits = measure.rate === "renewal" ? 0 : currencyDigits(context.program.currency);
  const [numerator, denominator] = [whole.over, whole.under].map((number) => fromMinorUnits(number, digits));
  const shown = { numerator: (isShown && numerator) || null, denominator: (isShown && denominator) || null };
  if (measure.by === null) return { value, groups: null, ...shown };
  const names = new Set(Object.values(sides).flatMap((rows) => rows.flatMap(({ group }) => group ?? [])));
  const groups = [...names].sort().map((name): [string, Rational | null] => {
    const ofGroup = Object.entries(sides).map(([side, rows]) => [side, rows.filter(({ group }) => group === name)]);
    return [name, rateOf(measure, FRACTIONS[measure.rate](Object.fromEntries(ofGroup), days))];
  });
  return { value, groups: withValues(groups), ...shown };
}

function rateOf({ rate }: RateMeasure, { over, under }: Fraction): Rational | null {
  if (under <= 0n) return null;
  return rational(rate === "nps" ? over * 100n : over, under);
}

type Gather = (
  kinds: readonly FactKind[],
  ranges: readonly DayRange[],
  by: { readonly key: Gathering["key"]; readonly carrying: CarriedField | null },
) => readonly GatheredRow[];

const gatherer =
  ({ source: { where, except }, by, late }: RateMeasure, { totals, asOf }: MeasureContext): Gather =>
  (kinds, ranges, { key, carrying }) =>
    totals.gather(
      {
        source: { kinds, where, except },
        ranges,
        asOf,
        onlyActive: false,
        late: late === "recount" ? late : "own",
        carrying,
      },
      { by, key, apart: null },
    );

/** The facts that each rate needs. */
const SIDES: Record<RateMeasure["rate"], (gather: Gather, days: CountedDays) => Sides> = {
  nps: (gather, { ranges }) => ({
    answers: gather(["customer.nps"], ranges, { key: "quantity", carrying: "quantity" }),
  }),
  renewal: (gather, { ranges, span }) => ({
    renewed: gather(["customer.renewed"], ranges, { key: null, carrying: null }),
    // A customer is lost on its end day, however long ago it began.
    left: gather(["customer"], [{ from: null, to: span.to }], { key: "until", carrying: "until" }),
  }),
  "net-retention": subscriptionSides,
  "gross-retention": subscriptionSides,
};

function subscriptionSides(gather: Gather, { ranges, span }: CountedDays): Sides {
  const byCustomer = { key: "customer", carrying: "amount" } as const;
  const before: DayRange[] = span.from === null ? [] : [{ from: null, to: span.from }];
  const gained = ["subscription.new", "subscription.expansion"];
  const lost = ["subscription.contraction", "subscription.churn"];
  return {
    gainedBefore: gather(gained, before, byCustomer),
    lostBefore: gather(lost, before, byCustomer),
    expanded: gather(["subscription.expansion"], ranges, byCustomer),
    lost: gather(lost, ranges, byCustomer),
  };
}

const FRACTIONS: Record<RateMeasure["rate"], (sides: Sides, days: CountedDays) => Fraction> = {
  nps: ({ answers = [] }) => {
    const answered = (from: number, to: number): bigint =>
      factsOf(answers.filter(({ key }) => Number(key) >= from && Number(key) <= to));
    return { over: answered(9, 10) - answered(0, 6), under: answered(0, 10) };
  },
  renewal: ({ renewed = [], left = [] }, { ranges }) => {
    const leavers = left.filter(({ key }) => key !== null && isIn(ranges, knownCalendarDate(key)));
    return { over: factsOf(renewed), under: factsOf(renewed) + factsOf(leavers) };
  },
  "net-retention": (sides) => {
    const [opening, expanded, lost] = [openingOf(sides), byKey(sides.expanded), byKey(sides.lost)];
    const kept = [...opening].map(([key, began]) => began + (expanded.get(key) ?? 0n) - (lost.get(key) ?? 0n));
    return { over: sum(kept), under: sum([...opening.values()]) };
  },
  "gross-retention": (sides) => {
    const [opening, lost] = [openingOf(sides), byKey(sides.lost)];
    const kept = [...opening].map(([key, began]) => began - smallerOf(began, lost.get(key) ?? 0n));
    return { over: sum(kept), under: sum([...opening.values()]) };
  },
};

/** The opening revenue of each customer that had any. Facts without a customer count as one customer. */
function openingOf(sides: Sides): Map<string | null, bigint> {
  const lost = byKey(sides.lostBefore);
  const opening = [...byKey(sides.gainedBefore)].map(([key, gained]) => [key, gained - (lost.get(key) ?? 0n)] as const);
  return new Map(opening.filter(([, began]) => began > 0n));
}

function byKey(rows: readonly GatheredRow[] = []): Map<string | null, bigint> {
  const amounts = new Map<string | null, bigint>();
  for (const { key, amountMinor } of rows) amounts.set(key, (amounts.get(key) ?? 0n) + (amountMinor ?? 0n));
  return amounts;
}

const factsOf = (rows: readonly GatheredRow[]): bigint => sum(rows.map(({ facts }) => (facts > 0n ? facts : 0n)));
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const isIn = (ranges: readonly DayRange[], day: CalendarDate): boolean => ranges.some((range) => isWithin(range, day));
