import { parseExact, type Rational, toExactString } from "../exact/rational.js";
import type { MeasureValue } from "../measure/measure-facts.js";
import type { MeasureInput } from "./decision.js";

/** A measure as a decision keeps it: what is not there is not written. */
export function inputOf({ measure, value, numerator, denominator, groups, adjustments }: MeasureValue): MeasureInput {
  return {
    measure,
    value: value === null ? null : toExactString(value),
    ...(numerator === null || denominator === null
      ? {}
      : { parts: [toExactString(numerator), toExactString(denominator)] as const }),
    ...(groups === null
      ? {}
      : { groups: Object.fromEntries([...groups].map(([key, part]) => [key, toExactString(part)])) }),
    ...(adjustments.length === 0 ? {} : { adjustments: adjustments.map((adjustment) => ({ ...adjustment })) }),
  };
}

/** The measure again; its days follow from the version and the day of judgement, and nothing is decided by them. */
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

function knownExact(text: string): Rational {
  const value = parseExact(text);
  if (value === null) throw new Error(`Not an exact number: ${text}`);
  return value;
}
