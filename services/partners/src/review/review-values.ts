import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate, parseExact } from "@tiergraph/program/exact";
import { type MeasureValue, windowRange } from "@tiergraph/program/measure";
import type { ReviewRow } from "./review.entity.js";

/**
 * What the review measures of a program come to, from the latest review of each form by the day. Without one inside the
 * measure's window there is no value.
 */
export function reviewValues(program: Program, latest: readonly ReviewRow[], asOf: string): MeasureValue[] {
  const day = knownCalendarDate(asOf);
  return program.measures.flatMap((measure) => {
    if (measure.kind !== "review") return [];
    const range = windowRange(measure.window, day, program.calendar);
    const review = latest.find(
      ({ form, heldOn }) => form === measure.review && (range.from === null || heldOn >= range.from),
    );
    return {
      measure: measure.name,
      value: review === undefined ? null : parseExact(review.score),
      numerator: null,
      denominator: null,
      groups: null,
      adjustments: [],
      ...range,
    };
  });
}
