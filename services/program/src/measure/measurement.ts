import type { Measure, SimpleMeasure } from "../document/measure.js";
import { isSimple, operandsOf } from "../document/parts-of-measure.js";
import type { Program } from "../document/program.js";

export { groupedBy, isSimple, operandsOf } from "../document/parts-of-measure.js";

/** The measures of a program that are computed from facts, in its order. The others come from elsewhere. */
export const factMeasures = (program: Program): Measure[] => program.measures.filter(isFromFacts);

/** Everything is but a review, and whatever is made of one somewhere down. */
export const isFromFacts = (measure: Measure): boolean =>
  measure.kind !== "review" && operandsOf(measure).every(isFromFacts);

/** The measures at the bottom of a measure, which take facts themselves; of a percentile that which it ranks. */
export function leavesOf(measure: Measure): SimpleMeasure[] {
  return isSimple(measure) ? [measure] : operandsOf(measure).flatMap(leavesOf);
}
