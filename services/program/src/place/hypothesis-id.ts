import type { Program } from "../document/program/index.js";
import { type CalendarDate, decodeParts, encodeParts, parseCalendarDate, parseExact } from "../exact/index.js";
import { type MeasureValue, rangeOfMeasure } from "../measure/index.js";
import type { MeasureInput } from "./decision.js";
import { inputOf, valueOfInput } from "./inputs.js";

/** The measures of a partner on a day if something happened: metrics computes them, placement assesses them. */
export interface Hypothesis {
  readonly partnerId: string;
  readonly program: string;
  readonly version: string;
  readonly on: CalendarDate;
  readonly measures: readonly MeasureInput[];
}

export function encodeHypothesis(
  hypothesis: Omit<Hypothesis, "measures"> & { readonly values: readonly MeasureValue[] },
): string {
  const { partnerId, program, version, on, values } = hypothesis;
  // Adjustments are in the values already.
  const measures = values.map(inputOf).map(({ measure, value, parts, groups }) => [measure, value, parts, groups]);
  return encodeParts([partnerId, program, version, on, measures]);
}

/** Longer than any program's measures make it. */
const MAX_ID_LENGTH = 1_000_000;

/** Untrusted input: null unless well formed. */
export function decodeHypothesis(id: string): Hypothesis | null {
  const parts = decodeParts(id, MAX_ID_LENGTH);
  if (parts?.length !== 5) return null;
  const [partnerId, program, version, day, measures] = parts;
  if (!isText(partnerId) || !isText(program) || !isText(version) || !isText(day) || !Array.isArray(measures))
    return null;
  const [on, inputs] = [parseCalendarDate(day), measures.map(inputFrom)];
  return on === null || inputs.includes(null)
    ? null
    : { partnerId, program, version, on, measures: inputs.filter((input) => input !== null) };
}

/** The values of a hypothesis, one for each measure of the version that is among them. */
export function valuesOfHypothesis(program: Program, { on, measures }: Hypothesis): MeasureValue[] {
  const inputs = new Map(measures.map((input) => [input.measure, input]));
  return program.measures.flatMap((measure) => {
    const input = inputs.get(measure.name);
    return input === undefined ? [] : valueOfInput(input, rangeOfMeasure(program, measure, on));
  });
}

function inputFrom(given: unknown): MeasureInput | null {
  if (!Array.isArray(given)) return null;
  const [measure, value, parts, groups] = given;
  if (!isText(measure) || !(value === null || isExact(value))) return null;
  if (parts != null && !(Array.isArray(parts) && parts.length === 2 && parts.every(isExact))) return null;
  if (groups != null && !(typeof groups === "object" && Object.values(groups).every(isExact))) return null;
  return {
    measure,
    value,
    ...(parts == null ? {} : { parts: [parts[0], parts[1]] as const }),
    ...(groups == null ? {} : { groups }),
  };
}

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= 200;
const isExact = (value: unknown): value is string => isText(value) && parseExact(value) !== null;
