import { isFromFacts, type Measure, operandsOf } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import type { CalendarDate } from "../exact/index.js";
import { measureAny } from "./measure-any.js";
import { NO_FACTS } from "./no-facts.js";
import { type DayRange, spanOf, windowRange } from "./window.js";

/** The days that count for a measure, without adjustments. */
export function rangeOfMeasure(program: Program, measure: Measure, asOf: CalendarDate): DayRange {
  if (measure.kind === "review") return windowRange(measure.window, asOf, program.calendar);
  if (isFromFacts(measure))
    return measureAny(measure, { program, asOf, totals: NO_FACTS, adjustments: [], excused: [] }).span;
  const [first, ...others] = operandsOf(measure).map((operand) => rangeOfMeasure(program, operand, asOf));
  if (first === undefined) throw new Error(`${measure.name} is made of nothing`);
  return spanOf([first, ...others]);
}
