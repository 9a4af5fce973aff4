import { type Program, withheldMeasures } from "@tiergraph/program/document/program";
import { type CalendarDate, toExactString } from "@tiergraph/program/exact";
import { factMeasures, type MeasureValue, rangeOfMeasure } from "@tiergraph/program/measure";
import type { MeasureInput } from "@tiergraph/program/place";
import type { EventOf } from "@tiergraph/schema/events";
import type { MeasuresNews } from "../partner/index.js";

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

/**
 * What is new in published values to those who follow a partner. A version that measures the same is not.
 *
 * @param before what `valuesText` wrote, as `after`
 */
export function newsOf(program: Program, before: string, after: string): MeasuresNews {
  if (before === after) return "none";
  const [were, are] = [valuesIn(before), valuesIn(after)];
  if (JSON.stringify(were) === JSON.stringify(are)) return "none";
  const withheld = new Set(withheldMeasures(program).map(({ name }) => name));
  const shown = (values: readonly ValueInText[]) => JSON.stringify(values.filter(([name]) => !withheld.has(name)));
  return shown(were) === shown(are) ? "withheld" : "shown";
}

type ValueInText = readonly [measure: string, ...unknown[]];

function valuesIn(text: string): ValueInText[] {
  const [, , ...values] = JSON.parse(text) as [program: string, version: string, ...ValueInText[]]; // By `valuesText`.
  return values;
}
