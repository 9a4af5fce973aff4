import { toExactString } from "@tiergraph/program/exact/rational";
import type { MeasureValue } from "@tiergraph/program/measure/measure-facts";
import type { EventOf } from "@tiergraph/schema/events";

export type ToldMeasure = EventOf<"MeasuresChanged">["partners"][number]["measures"][number];

/** A measure as events carry it. */
export const toldMeasure = (measured: MeasureValue): ToldMeasure => {
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

/** The version that measured. */
interface ToldBy {
  readonly program: string;
  readonly version: string;
}

/** The values by which a later telling is compared: windows move every day and are no news by themselves. */
export const valuesText = ({ program, version }: ToldBy, measures: readonly MeasureValue[]): string =>
  JSON.stringify([
    program,
    version,
    ...measures.map(toldMeasure).map(({ measure, value, numerator, denominator, groups, adjustments }) => [
      ...[measure, value, numerator, denominator],
      // What most measures do not have is not written, so that what was told before they could reads the same.
      ...(groups === undefined && adjustments === undefined ? [] : [groups ?? null]),
      ...(adjustments === undefined ? [] : [adjustments.map(({ id }) => id)]),
    ]),
  ]);
