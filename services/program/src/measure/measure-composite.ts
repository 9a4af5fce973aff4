import type {
  ActivePeriodsMeasure,
  ChangeMeasure,
  CompositeMeasure,
  ExtremeMeasure,
  Measure,
  RatioMeasure,
  TotalMeasure,
} from "../document/measure.js";
import { addDays, addMonths } from "../exact/calendar-date.js";
import { add, compare, divide, isZero, multiply, type Rational, rational, subtract, ZERO } from "../exact/rational.js";
import { type Judging, type Measured, withinMeasure } from "./judging.js";
import { measureSimple } from "./measure-simple.js";
import { spanOf, wholePeriod } from "./window.js";

/** A ratio shows what it divided. */
export type MeasuredComposite = Measured & {
  readonly numerator: Rational | null;
  readonly denominator: Rational | null;
};

/** Measures any measure; the operands of composites come back to it. */
export type MeasureAny = (measure: Measure, judging: Judging) => Measured;

/** Measures what is made of other measures. Every operand is asked, whatever the others come to. */
export function measureComposite(measure: CompositeMeasure, outer: Judging, any: MeasureAny): MeasuredComposite {
  const judging = withinMeasure(outer, measure.name);
  switch (measure.kind) {
    case "ratio":
      return ratio(measure, judging);
    case "total":
      return total(measure, judging, any);
    case "largest":
    case "smallest":
      return extreme(measure, judging, any);
    case "change":
      return change(measure, judging, any);
    case "active-periods":
      return activePeriods(measure, judging);
  }
}

function ratio(measure: RatioMeasure, judging: Judging): MeasuredComposite {
  const over = measureSimple(measure.numerator, judging);
  const under = measureSimple(measure.denominator, judging);
  return {
    ...madeOf([over, under], quotient(over.value, under.value)),
    numerator: over.value,
    denominator: under.value,
  };
}

function total(measure: TotalMeasure, judging: Judging, any: MeasureAny): MeasuredComposite {
  const terms = measure.terms.map((term) => ({ times: term.times, measured: any(term.measure, judging) }));
  const value = terms.reduce((sum, { times, measured }) => add(sum, multiply(times, measured.value ?? ZERO)), ZERO);
  return madeOf(
    terms.map(({ measured }) => measured),
    value,
  );
}

function extreme(measure: ExtremeMeasure, judging: Judging, any: MeasureAny): MeasuredComposite {
  const operands = measure.of.map((operand) => any(operand, judging));
  const wanted = measure.kind === "largest" ? 1 : -1;
  const values = operands.flatMap(({ value }) => value ?? []);
  return madeOf(
    operands,
    values.reduce<Rational | null>(
      (found, value) => (found === null || compare(value, found) === wanted ? value : found),
      null,
    ),
  );
}

function change(measure: ChangeMeasure, judging: Judging, any: MeasureAny): MeasuredComposite {
  const now = any(measure.of, judging);
  const then = any(measure.of, { ...judging, asOf: addMonths(judging.asOf, -measure.months) });
  if (now.value === null || then.value === null) return madeOf([now, then], null);
  const moved = subtract(now.value, then.value);
  if (measure.as === "amount") return madeOf([now, then], moved);
  return madeOf([now, then], compare(then.value, ZERO) > 0 ? divide(moved, then.value) : null);
}

/** Each period is judged on its own last day. */
function activePeriods(measure: ActivePeriodsMeasure, judging: Judging): MeasuredComposite {
  const period = { length: measure.period, fiscal: measure.fiscal };
  const on = { asOf: judging.asOf, calendar: judging.program.calendar };
  const periods = Array.from({ length: measure.last }, (_, i) => wholePeriod(period, { ...on, before: i + 1 })).map(
    (range) => measureSimple(measure.of, { ...judging, asOf: addDays(range.to, -1) }, range),
  );
  const active = periods.filter(({ value }) => value !== null && compare(value, measure.atLeast) >= 0);
  return madeOf(periods, rational(active.length));
}

const quotient = (over: Rational | null, under: Rational | null): Rational | null =>
  over === null || under === null || isZero(under) ? null : divide(over, under);

function madeOf(operands: readonly Measured[], value: Rational | null): MeasuredComposite {
  const [first, ...others] = operands.map(({ span }) => span);
  if (first === undefined) throw new Error("A measure is made of nothing");
  return {
    value,
    numerator: null,
    denominator: null,
    groups: null,
    span: spanOf([first, ...others]),
    adjustments: [...new Set(operands.flatMap(({ adjustments }) => adjustments))],
  };
}
