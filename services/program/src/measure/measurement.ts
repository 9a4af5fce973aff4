import type { Measure, SimpleMeasure } from "../document/measure.js";
import type { Program } from "../document/program.js";

/** The measures of a program that are computed from facts, in its order. The others come from elsewhere. */
export const factMeasures = (program: Program): Measure[] => program.measures.filter(isFromFacts);

/** Everything is but a review, and whatever is made of one somewhere down. */
export const isFromFacts = (measure: Measure): boolean =>
  measure.kind !== "review" && operandsOf(measure).every(isFromFacts);

/** The measures at the bottom of a measure, which take facts themselves; of a percentile that which it ranks. */
export function leavesOf(measure: Measure): SimpleMeasure[] {
  return isSimple(measure) ? [measure] : operandsOf(measure).flatMap(leavesOf);
}

/** What a measure is made of; none of those that take facts themselves. */
export function operandsOf(measure: Measure): readonly Measure[] {
  switch (measure.kind) {
    case "ratio":
      return [measure.numerator, measure.denominator];
    case "total":
      return measure.terms.map((term) => term.measure);
    case "largest":
    case "smallest":
      return measure.of;
    case "change":
    case "active-periods":
    case "percentile":
      return [measure.of];
    default:
      return [];
  }
}

export const isSimple = (measure: Measure): measure is SimpleMeasure =>
  measure.kind === "sum" || measure.kind === "count" || measure.kind === "distinct" || measure.kind === "statistic";
