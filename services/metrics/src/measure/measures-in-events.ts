import type { Program } from "@tiergraph/program/document/program";
import { type CalendarDate, toExactString } from "@tiergraph/program/exact";
import { factMeasures, type MeasureValue, rangeOfMeasure } from "@tiergraph/program/measure";
import type { MeasureInput } from "@tiergraph/program/place";
import type { EventOf } from "@tiergraph/schema/events";

export type MeasureInEvent = EventOf<"MeasuresChanged">["partners"][number]["measures"][number];

/** A measure as events carry it. */
export const measureInEvent = (measured: MeasureValue): MeasureInEvent => {
  const { measure, value, numerator, denominator, groups, from, to, adjustments } = measured;
  return {
    measure,
    value: value === null ? null : toExactString(value),
    numerator: numerator === null ? null : toExactString(numerator),
    denominator: denominator === null ? null : toExactString(denominator),
    from,
    to,
    ...(groups === null
      ? {}
      : { groups: [...groups].map(([name, part]): [string, string] => [name, toExactString(part)]) }),
    ...(adjustments.length === 0 ? {} : { adjustments: adjustments.map((adjustment) => ({ ...adjustment })) }),
  };
};

/** The same for measures that were tallied for many partners: what they count over is worked out once for all. */
export function inputsInEvents(
  program: Program,
  asOf: CalendarDate,
  pool: readonly (readonly MeasureInput[])[],
): MeasureInEvent[][] {
  const ranges = factMeasures(program).map((measure) => ({
    name: measure.name,
    ...rangeOfMeasure(program, measure, asOf),
  }));
  return pool.map((inputs) => {
    const known = new Map(inputs.map((input) => [input.measure, input]));
    return ranges.map(({ name, from, to }) => {
      const input = known.get(name);
      if (input === undefined) throw new Error(`Measure ${name} was not tallied`);
      const [numerator = null, denominator = null] = input.parts ?? [];
      return { measure: name, value: input.value, numerator, denominator, from, to };
    });
  });
}

/** The version that measured. */
interface MeasuredBy {
  readonly program: string;
  readonly version: string;
}

/** The values with which later ones are compared: windows move every day and are no news by themselves. */
export const valuesText = ({ program, version }: MeasuredBy, measures: readonly MeasureInEvent[]): string =>
  JSON.stringify([
    program,
    version,
    ...measures.map(({ measure, value, numerator, denominator, groups, adjustments }) => [
      measure,
      value,
      numerator,
      denominator,
      // What most measures do not have is left out, so that what was published before it existed reads the same.
      ...(groups === undefined && adjustments === undefined ? [] : [groups ?? null]),
      ...(adjustments === undefined ? [] : [adjustments.map(({ id }) => id)]),
    ]),
  ]);
