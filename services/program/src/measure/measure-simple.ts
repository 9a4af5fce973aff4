import type { CountMeasure, RateMeasure, SimpleMeasure, SumMeasure } from "../document/measures/index.js";
import {
  add,
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
import type { Carried, Counting } from "./counting.js";
import type { Gathering } from "./fact-totals.js";
import { type CustomerParts, notBelowZero, partsOfCustomers, valuesOfRows } from "./gathered.js";
import { adjustmentsOf, type Judging, type Measured, withinMeasure } from "./judging.js";
import { measureRate } from "./measure-rate.js";
import type { MeasureValue } from "./measure-value.js";
import { additiveSeries, type Series } from "./series.js";
import { type DayRange, overlap, spanOf } from "./window.js";

/** Measures what takes facts itself. `period` stands for the measure's own window where it is given. */
export function measureSimple(
  measure: SimpleMeasure,
  outer: Judging,
  period: DayRange | null = null,
): Measured & Pick<MeasureValue, "numerator" | "denominator"> {
  const judging = withinMeasure(outer, measure.name);
  const days = daysOf(measure, judging, period);
  const factors = factorsOf(measure, judging);
  const { value, groups, numerator, denominator } = valuesOf(measure, { judging, days, factors });
  return {
    value,
    groups,
    numerator: numerator ?? null,
    denominator: denominator ?? null,
    elsewhere: groups === null ? value : nothingOf(measure),
    span: days.minus === null ? days.plus.span : spanOf([days.plus.span, days.minus.span]),
    adjustments: [
      ...factors.filter((factor) => touches(factor, [days.plus, days.minus], ({ ranges }) => ranges)),
      ...judging.excused.filter((excused) => touches(excused, [days.plus, days.minus], ({ span }) => [span])),
    ],
  };
}

/** Measures that are one counting, whatever is taken off. */
type CountingMeasure = Exclude<SimpleMeasure, RateMeasure>;

/** Of what is added and, where the measure has such facts, of what is taken off. */
export interface MeasureDays {
  readonly plus: CountedDays;
  readonly minus: CountedDays | null;
}

export function daysOf(
  measure: SimpleMeasure,
  judging: Pick<Judging, "program" | "asOf" | "excused">,
  period: DayRange | null,
): MeasureDays {
  const on = { asOf: judging.asOf, calendar: judging.program.calendar, excused: judging.excused };
  const window = period ?? measure.window;
  const netOf = nettingOf(measure);
  return {
    plus: countedDays({ window, source: measure.source }, on),
    minus: netOf === null ? null : countedDays({ window: netOf.window ?? window, source: netOf.source }, on),
  };
}

interface Counted {
  readonly judging: Judging;
  readonly days: MeasureDays;
  readonly factors: readonly Adjustment[];
}

function valuesOf(
  measure: SimpleMeasure,
  counted: Counted,
): Pick<Measured, "value" | "groups"> & Partial<Pick<MeasureValue, "numerator" | "denominator">> {
  if (measure.kind === "rate") return measureRate(measure, counted.judging, counted.days.plus);
  const series = additiveSeries(measure);
  if (series !== null) {
    const plus = sumOf(series.plus, counted.days.plus, counted);
    const minus = series.minus === null ? ZERO : sumOf(series.minus, counted.days.minus, counted);
    return { value: subtract(notBelowZero(measure, plus), minus), groups: null };
  }
  const into = gatheringOf(measure);
  if (into === null) {
    const counting = rational(counted.judging.totals.distinctOf(countingOf(measure, counted)));
    return { value: notBelowZero(measure, counting), groups: null };
  }
  return valuesOfRows(measure, counted.judging.program.currency, {
    plus: counted.judging.totals.gather(countingOf(measure, counted), into),
    minus: gatherNetting(measure, counted, into),
  });
}

/** What each customer brings to a measure that has a cap for one; null for any other. */
export function customersOf(measure: SimpleMeasure, outer: Judging): CustomerParts | null {
  if ((measure.kind !== "sum" && measure.kind !== "count") || measure.capPerCustomer === null) return null;
  const judging = withinMeasure(outer, measure.name);
  const counted = { judging, days: daysOf(measure, judging, null), factors: [] };
  const into = gatheringOf(measure);
  if (into === null) throw new Error(`${measure.name} has a cap, and is not gathered by customer`);
  return partsOfCustomers(measure, judging.program.currency, {
    plus: judging.totals.gather(countingOf(measure, counted), into),
    minus: gatherNetting(measure, counted, into),
  });
}

function sumOf(series: Series, days: CountedDays | null, { judging, factors }: Counted): Rational {
  const digits = series.add === "amount" ? currencyDigits(judging.program.currency) : 0;
  return weightedDays(days?.ranges ?? [], factors)
    .map(({ range, factor }) => multiply(factor, fromMinorUnits(judging.totals.sumOf(series, range), digits)))
    .reduce(add, ZERO);
}

const gatherNetting = (measure: CountingMeasure, { judging, days }: Counted, into: Gathering) => {
  const netOf = nettingOf(measure);
  if (netOf === null || days.minus === null) return [];
  return judging.totals.gather(countingOver(measure, netOf.source, days.minus, judging), into);
};

const countingOf = (measure: CountingMeasure, { judging, days }: Counted): Counting =>
  countingOver(measure, measure.source, days.plus, judging);

/** The facts that a measure counts of one source over days. */
export const countingOver = (
  measure: CountingMeasure,
  { kinds, where, except }: SimpleMeasure["source"],
  { ranges }: CountedDays,
  { asOf }: Judging,
): Counting => ({
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

function carriedFor(measure: CountingMeasure): Carried | null {
  // Where nothing else tells them apart, certificates are counted, and not the papers for them.
  if (measure.kind === "count") return gatheringOf(measure) === null && ofCertificates(measure) ? "certificate" : null;
  return measure.kind === "distinct" ? measure.of : measure.field;
}

/** How a measure that does not add up needs its facts; null where a number of different values is all that it needs. */
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
        // What a fact's attribute says is read from the row that stands for it.
        apart: typeof measure.field === "string" ? null : measure.field,
      };
    case "count":
      if (by === null && measure.capPerCustomer === null && measure.netOf === null) return null;
      return { by, key: measure.capPerCustomer === null ? null : "customer", apart: ofCertificates(measure) };
    case "sum":
      return { by, key: measure.capPerCustomer === null ? null : "customer", apart: null };
  }
}

/** Whether a measure counts certificates, of which several facts may be one. */
export const ofCertificates = ({ source }: SimpleMeasure): "certificate" | null =>
  source.kinds.includes("certification") ? "certificate" : null;

/** What a measure takes off; null where it takes off nothing. */
export const nettingOf = (measure: SimpleMeasure): (SumMeasure | CountMeasure)["netOf"] =>
  measure.kind === "sum" || measure.kind === "count" ? measure.netOf : null;

/** The factors that apply to a measure: only what adds up over days has any. */
export const factorsOf = (measure: SimpleMeasure, judging: Judging): readonly Adjustment[] =>
  additiveSeries(measure) === null ? [] : adjustmentsOf(judging, measure.name, "factor");

const touches = (
  adjustment: Adjustment,
  days: readonly (CountedDays | null)[],
  rangesOf: (days: CountedDays) => readonly DayRange[],
): boolean => days.some((counted) => counted !== null && rangesOf(counted).some((range) => overlap(adjustment, range)));
