import type { Program } from "../document/program/index.js";
import { type CalendarDate, knownExact, type Rational, toExactString } from "../exact/index.js";
import { type MeasureValue, rangeOfMeasure } from "../measure/index.js";
import type { MeasureInput } from "./decision.js";

/** A measure as a decision stores it, without absent parts. */
export function inputOf({ measure, value, numerator, denominator, groups, adjustments }: MeasureValue): MeasureInput {
  return {
    ...(adjustments.length === 0 ? {} : { adjustments: adjustments.map((adjustment) => ({ ...adjustment })) }),
    ...(groups === null
      ? {}
      : { groups: Object.fromEntries([...groups].map(([key, part]) => [key, toExactString(part)])) }),
    measure,
    ...(numerator === null || denominator === null
      ? {}
      : { parts: [toExactString(numerator), toExactString(denominator)] as const }),
    value: value === null ? null : toExactString(value),
  };
}

/** Measures as a decision stores them, sorted by name. */
export function inputsOf(values: Iterable<MeasureValue>): MeasureInput[] {
  return [...values].map(inputOf).sort((a, b) => (a.measure < b.measure ? -1 : 1));
}

/** Every measure of a version, from the inputs of a decision or an event. */
export function valuesOfInputs(
  program: Program,
  inputs: readonly MeasureInput[],
  asOf: CalendarDate,
): Map<string, MeasureValue> {
  const known = new Map(program.measures.map((measure) => [measure.name, measure]));
  return new Map(
    inputs.map((input) => {
      const measure = known.get(input.measure);
      if (measure === undefined) throw new Error(`Version ${program.version} has no measure ${input.measure}`);
      return [input.measure, valueOfInput(input, rangeOfMeasure(program, measure, asOf))];
    }),
  );
}

/** The measure's value. Its days follow from the version and the day, and decide nothing. */
export function valueOfInput(input: MeasureInput, range: Pick<MeasureValue, "from" | "to">): MeasureValue {
  const [numerator = null, denominator = null] = input.parts ?? [];
  return {
    measure: input.measure,
    value: exactOrNull(input.value),
    numerator: exactOrNull(numerator),
    denominator: exactOrNull(denominator),
    groups:
      input.groups === undefined
        ? null
        : new Map(Object.entries(input.groups).map(([key, part]) => [key, knownExact(part)])),
    adjustments: input.adjustments ?? [],
    ...range,
  };
}

function exactOrNull(text: string | null): Rational | null {
  return text === null ? null : knownExact(text);
}
