import type { ActivePeriodsMeasure, CompositeMeasure, Measure } from "../document/measures/index.js";
import { addDays, addMonths, type Rational } from "../exact/index.js";
import { combineOperands } from "./combine.js";
import { contextWithin, type MeasureContext, type Measured } from "./measure-context.js";
import { measureSimple } from "./measure-simple.js";
import { spanOf, wholePeriod } from "./window.js";

/** A composite; a ratio also has its operands. */
export type MeasuredComposite = Measured & {
  readonly numerator: Rational | null;
  readonly denominator: Rational | null;
};

/** Computes any measure: how composites compute their operands. */
export type MeasureAny = (measure: Measure, context: MeasureContext) => Measured;

/** Computes a composite. Every operand is computed, even where another has no value. */
export function measureComposite(measure: CompositeMeasure, outer: MeasureContext, any: MeasureAny): MeasuredComposite {
  const operands = measuredOperands(measure, contextWithin(outer, measure.name), any);
  const [first, ...others] = operands;
  if (first === undefined) throw new Error("A measure is made of nothing");
  const [over, under] = measure.kind === "ratio" ? operands : [];
  return {
    numerator: over?.value ?? null,
    denominator: under?.value ?? null,
    span: spanOf([first.span, ...others.map(({ span }) => span)]),
    adjustments: [...new Set(operands.flatMap(({ adjustments }) => adjustments))],
    ...combineOperands(measure, operands),
  };
}

function measuredOperands(measure: CompositeMeasure, context: MeasureContext, any: MeasureAny): Measured[] {
  switch (measure.kind) {
    case "ratio":
      return [any(measure.numerator, context), any(measure.denominator, context)];
    case "total":
      return measure.terms.map((term) => any(term.measure, context));
    case "largest":
    case "smallest":
      return measure.of.map((operand) => any(operand, context));
    case "largest-group":
    case "smallest-group":
      return [any(measure.of, context)];
    case "change":
      return [
        any(measure.of, context),
        any(measure.of, { ...context, asOf: addMonths(context.asOf, -measure.months) }),
      ];
    case "active-periods":
      return activePeriods(measure, context);
  }
}

/** Each period is measured on its last day. */
function activePeriods(measure: ActivePeriodsMeasure, context: MeasureContext): Measured[] {
  const period = { length: measure.period, fiscal: measure.fiscal };
  const on = { asOf: context.asOf, calendar: context.program.calendar };
  return Array.from({ length: measure.last }, (_, i) => wholePeriod(period, { ...on, before: i + 1 })).map((range) =>
    measureSimple(measure.of, { ...context, asOf: addDays(range.to, -1) }, range),
  );
}
