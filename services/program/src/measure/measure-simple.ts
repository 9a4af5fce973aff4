import type { CountMeasure, RateMeasure, SimpleMeasure, SumMeasure } from "../document/measures/index.js";
import {
  add,
  type CalendarDate,
  currencyDigits,
  fromMinorUnits,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../exact/index.js";
import type { Adjustment } from "./adjustment.js";
import { nothingOf } from "./combine.js";
import { type CountedDays, countedDays, weightedDays } from "./counted-days.js";
import type { CarriedField, FactSelection } from "./fact-selection.js";
import type { Gathering } from "./fact-totals.js";
import { type CustomerParts, notBelowZero, partsOfCustomers, valuesOfRows } from "./gathered.js";
import { adjustmentsOf, contextWithin, type MeasureContext, type Measured, NONE } from "./measure-context.js";
import { measureRate } from "./measure-rate.js";
import type { MeasureValue } from "./measure-value.js";
import { additiveSeries, type Series } from "./series.js";
import { type DayRange, overlap, spanOf } from "./window.js";

/** Computes a simple measure. `period` replaces its window. */
export function measureSimple(
  measure: SimpleMeasure,
  outer: MeasureContext,
  period: DayRange | null = null,
): Measured & Pick<MeasureValue, "numerator" | "denominator"> {
  const context = contextWithin(outer, measure.name);
  const days = daysOf(measure, context, period);
  const factors = factorsOf(measure, context);
  const { value, groups, numerator, denominator } = valuesOf(measure, { context, days, factors });
  return {
    value,
    groups,
    numerator: numerator ?? null,
    denominator: denominator ?? null,
    elsewhere: groups === null ? value : nothingOf(measure),
    span: days.minus === null ? days.plus.span : spanOf([days.plus.span, days.minus.span]),
    adjustments:
      factors.length === 0 && context.excused.length === 0
        ? NONE
        : [
            ...factors.filter((factor) => touches(factor, [days.plus, days.minus], ({ ranges }) => ranges)),
            ...context.excused.filter((excused) => touches(excused, [days.plus, days.minus], ({ span }) => [span])),
          ],
  };
}

/** Measures with a single selection of facts, besides netting. */
type CountingMeasure = Exclude<SimpleMeasure, RateMeasure>;

/** The days of the added facts, and of the subtracted ones where there are any. */
export interface MeasureDays {
  readonly plus: CountedDays;
  readonly minus: CountedDays | null;
}

type DaysContext = Pick<MeasureContext, "program" | "asOf" | "excused">;

/** The days that count for a measure; those of its own window, where none is excused, are worked out once a day. */
export function daysOf(measure: SimpleMeasure, context: DaysContext, period: DayRange | null): MeasureDays {
  if (period !== null || context.excused.length > 0) return daysNow(measure, context, period);
  const { calendar } = context.program;
  const before = known.get(measure);
  const kept = before?.calendar === calendar ? before : { calendar, days: new Map<CalendarDate, MeasureDays>() };
  const days = kept.days.get(context.asOf) ?? daysNow(measure, context, period);
  if (kept.days.size >= MAX_KEPT_DAYS) kept.days.clear();
  kept.days.set(context.asOf, days);
  known.set(measure, kept);
  return days;
}

const MAX_KEPT_DAYS = 400;
const known = new WeakMap<
  SimpleMeasure,
  { readonly calendar: object; readonly days: Map<CalendarDate, MeasureDays> }
>();

function daysNow(measure: SimpleMeasure, context: DaysContext, period: DayRange | null): MeasureDays {
  const on = { asOf: context.asOf, calendar: context.program.calendar, excused: context.excused };
  const window = period ?? measure.window;
  const netOf = nettingOf(measure);
  return {
    plus: countedDays({ window, source: measure.source }, on),
    minus: netOf === null ? null : countedDays({ window: netOf.window ?? window, source: netOf.source }, on),
  };
}

interface Counted {
  readonly context: MeasureContext;
  readonly days: MeasureDays;
  readonly factors: readonly Adjustment[];
}

function valuesOf(
  measure: SimpleMeasure,
  counted: Counted,
): Pick<Measured, "value" | "groups"> & Partial<Pick<MeasureValue, "numerator" | "denominator">> {
  if (measure.kind === "rate") return measureRate(measure, counted.context, counted.days.plus);
  const series = additiveSeries(measure);
  if (series !== null) {
    const plus = sumOf(series.plus, counted.days.plus, counted);
    const added = notBelowZero(measure, plus);
    const value = series.minus === null ? added : subtract(added, sumOf(series.minus, counted.days.minus, counted));
    return { value, groups: null };
  }
  const into = gatheringOf(measure);
  if (into === null) {
    const count = rational(counted.context.totals.distinctOf(selectionOf(measure, counted)));
    return { value: notBelowZero(measure, count), groups: null };
  }
  return valuesOfRows(measure, counted.context.program.currency, {
    plus: counted.context.totals.gather(selectionOf(measure, counted), into),
    minus: gatherNetting(measure, counted, into),
  });
}

/** The customers of a measure with a cap; null for other measures. */
export function customersOf(measure: SimpleMeasure, outer: MeasureContext): CustomerParts | null {
  if ((measure.kind !== "sum" && measure.kind !== "count") || measure.capPerCustomer === null) return null;
  const context = contextWithin(outer, measure.name);
  const counted = { context, days: daysOf(measure, context, null), factors: [] };
  const into = gatheringOf(measure);
  if (into === null) throw new Error(`${measure.name} has a cap, and is not gathered by customer`);
  return partsOfCustomers(measure, context.program.currency, {
    plus: context.totals.gather(selectionOf(measure, counted), into),
    minus: gatherNetting(measure, counted, into),
  });
}

function sumOf(series: Series, days: CountedDays | null, { context, factors }: Counted): Rational {
  const digits = series.add === "amount" ? currencyDigits(context.program.currency) : 0;
  if (factors.length === 0)
    return fromMinorUnits(
      (days?.ranges ?? []).reduce((sum, range) => sum + context.totals.sumOf(series, range), 0n),
      digits,
    );
  return weightedDays(days?.ranges ?? [], factors)
    .map(({ range, factor }) => multiply(factor, fromMinorUnits(context.totals.sumOf(series, range), digits)))
    .reduce(add, ZERO);
}

const gatherNetting = (measure: CountingMeasure, { context, days }: Counted, into: Gathering) => {
  const netOf = nettingOf(measure);
  if (netOf === null || days.minus === null) return [];
  return context.totals.gather(selectionOver(measure, netOf.source, days.minus, context), into);
};

const selectionOf = (measure: CountingMeasure, { context, days }: Counted): FactSelection =>
  selectionOver(measure, measure.source, days.plus, context);

/** The selection of one source of a measure over days. */
export const selectionOver = (
  measure: CountingMeasure,
  { kinds, where, except }: SimpleMeasure["source"],
  { ranges }: CountedDays,
  { asOf }: MeasureContext,
): FactSelection => ({
  source: { kinds, where, except },
  ranges,
  asOf,
  onlyActive: measure.onlyActive,
  late:
    measure.late === "recount"
      ? measure.late
      : measure.kind === "distinct" || measure.kind === "statistic"
        ? "own"
        : "post",
  carrying: carriedFor(measure),
});

function carriedFor(measure: CountingMeasure): CarriedField | null {
  // Without other groups, counts certificates and not their facts.
  if (measure.kind === "count") return gatheringOf(measure) === null && ofCertificates(measure) ? "certificate" : null;
  return measure.kind === "distinct" ? measure.of : measure.field;
}

/** How the facts of a measure are gathered; null where a number of distinct values is enough. */
function gatheringOf(measure: CountingMeasure): Gathering | null {
  const { by } = measure;
  switch (measure.kind) {
    case "distinct":
      if (by === null && measure.atLeast === 1 && measure.holding === null) return null;
      return { by, key: measure.of, apart: measure.holding ?? ofCertificates(measure) };
    case "statistic":
      return {
        by,
        key: measure.statistic === "average" ? null : "fact",
        // The attribute's value is kept as `apart` of its row.
        apart: typeof measure.field === "string" ? null : measure.field,
      };
    case "count":
      if (by === null && measure.capPerCustomer === null && measure.netOf === null) return null;
      return { by, key: measure.capPerCustomer === null ? null : "customer", apart: ofCertificates(measure) };
    case "sum":
      return { by, key: measure.capPerCustomer === null ? null : "customer", apart: null };
  }
}

/** `certificate` where the measure counts certificates: several facts may be one. */
export const ofCertificates = ({ source }: SimpleMeasure): "certificate" | null =>
  source.kinds.includes("certification") ? "certificate" : null;

/** The facts that a measure subtracts; null for none. */
export const nettingOf = (measure: SimpleMeasure): (SumMeasure | CountMeasure)["netOf"] =>
  measure.kind === "sum" || measure.kind === "count" ? measure.netOf : null;

/** The factors for a measure: only those that add up over days have any. */
export const factorsOf = (measure: SimpleMeasure, context: MeasureContext): readonly Adjustment[] =>
  additiveSeries(measure) === null ? NONE : adjustmentsOf(context, measure.name, "factor");

const touches = (
  adjustment: Adjustment,
  days: readonly (CountedDays | null)[],
  rangesOf: (days: CountedDays) => readonly DayRange[],
): boolean => days.some((counted) => counted !== null && rangesOf(counted).some((range) => overlap(adjustment, range)));
