import { type Program, withheldMeasures } from "@tiergraph/program/document/program";
import { type CalendarDate, knownCalendarDate } from "@tiergraph/program/exact";
import { type MeasureValue, rangeOfMeasure } from "@tiergraph/program/measure";
import {
  type DecisionRecord,
  type GovernanceState,
  type Hypothesis,
  placePartner,
  recordOf,
  valueOfInput,
  valuesOfHypothesis,
} from "@tiergraph/program/place";
import type { Rulings } from "../override/index.js";
import type { LockedPartner } from "../partner/index.js";
import type { DecisionRow } from "../placement/index.js";
import type { ReadVersion } from "../program/index.js";
import { type ReviewRow, reviewValues } from "../review/index.js";

/** What placement knows of a partner beside its measures. */
export interface Standpoint extends Rulings {
  readonly partner: LockedPartner;
  readonly latest: DecisionRow | null;
  readonly reviews: readonly ReviewRow[];
}

/**
 * Where the partner would be placed. Null where the hypothesis does not measure all that the version asks for. What the
 * viewer does not see stays as it was last decided, so that nobody finds its bound by trying hypotheses.
 */
export function placeHypothesis(
  { program: shown, whole: program }: Pick<ReadVersion, "program" | "whole">,
  hypothesis: Hypothesis,
  { partner, latest, reviews, ...rulings }: Standpoint,
): DecisionRecord | null {
  const values = [
    ...valuesOfHypothesis(shown, hypothesis),
    ...reviewValues(program, reviews, hypothesis.on),
    ...(shown === program ? [] : withheldValues(program, latest, hypothesis.on)),
  ];
  const measures = new Map(values.map((value) => [value.measure, value]));
  if (program.measures.some(({ name }) => !measures.has(name))) return null;
  const { tracks, region, country, joinedOn } = partner;
  return placePartner({
    program,
    asOf: hypothesis.on,
    measures,
    partner: { tracks, region, country, joinedOn: knownCalendarDate(joinedOn) },
    before: standingBefore(latest, hypothesis.on),
    ...rulings,
  });
}

/** What only the vendor sees, as it was last decided; without a value before. */
function withheldValues(program: Program, latest: DecisionRow | null, on: CalendarDate): MeasureValue[] {
  const inputs = latest === null || latest.format === 1 ? [] : recordOf(latest.body).inputs.measures;
  return withheldMeasures(program).map((measure) =>
    valueOfInput(
      inputs.find((input) => input.measure === measure.name) ?? { measure: measure.name, value: null },
      rangeOfMeasure(program, measure, on),
    ),
  );
}

/** As a judgement of that day would have it: what was decided on the day itself is decided anew. */
function standingBefore(latest: DecisionRow | null, on: string): GovernanceState | null {
  if (latest === null || latest.format === 1) return null;
  const { before, after } = recordOf(latest.body);
  return latest.asOf >= on ? before : after;
}
