import {
  type CompositeMeasure,
  groupedBy,
  isFromFacts,
  isSimple,
  type Measure,
  operandsOf,
} from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import { addDays, type CalendarDate } from "../exact/index.js";
import { combineOperands, type Fact, type MeasureValue, measureFacts, nothingOf, type Part } from "../measure/index.js";
import type { WrittenValue } from "./written-partner.js";

/** The values of a partner on a day, written down or derived. */
export interface CompletedValues {
  readonly values: ReadonlyMap<string, MeasureValue>;
  /** Names of the measures that are neither written nor derived, in document order. */
  readonly missing: readonly string[];
}

/**
 * Completes values: every measure that is written down, or made of measures that are. A written value is used even
 * where its parts give another one.
 *
 * @param missing the value of a measure that is neither written nor made of others; null for none
 */
export function completeValues(
  program: Program,
  given: ReadonlyMap<string, WrittenValue>,
  { asOf, missing }: { readonly asOf: CalendarDate; readonly missing: (measure: Measure) => WrittenValue | null },
): CompletedValues {
  const completed = program.measures.map((measure) => ({
    name: measure.name,
    value: knownValue(measure, { given, missing }),
  }));
  return {
    values: new Map(
      completed.flatMap(({ name, value }) => (value === null ? [] : [[name, asMeasured(name, value, asOf)] as const])),
    ),
    missing: completed.filter(({ value }) => value === null).map(({ name }) => name),
  };
}

export function asMeasured(measure: string, { value, parts, groups }: WrittenValue, asOf: CalendarDate): MeasureValue {
  const [numerator, denominator] = parts ?? [null, null];
  return { measure, value, numerator, denominator, groups, from: null, to: addDays(asOf, 1), adjustments: [] };
}

/** The value of a measure without any fact: zero where it counts, none where it divides, selects or reviews. */
export function valueOfNothing(program: Program, measure: Measure, asOf: CalendarDate): WrittenValue {
  return valueOfFacts(program, measure, { facts: [], asOf }) ?? { value: null, parts: null, groups: null };
}

/** The value of a measure from facts; null where facts are not enough. */
export function valueOfFacts(
  program: Program,
  measure: Measure,
  { facts, asOf }: { readonly facts: readonly Fact[]; readonly asOf: CalendarDate },
): WrittenValue | null {
  if (!isFromFacts(measure)) return null;
  const [measured] = measureFacts({ ...program, measures: [measure] }, facts, asOf);
  return { value: measured?.value ?? null, parts: null, groups: measured?.groups ?? null };
}

/**
 * The measures that have to be written down: the operands at the bottom of one that is missing. A change and a count of
 * periods are among them, since one number of their operand is not enough.
 */
export function missingInputs(measure: Measure, missing: ReadonlySet<string>): string[] {
  const isDerived = measure.kind === "ratio" || measure.kind === "total" || measure.kind === "largest";
  if (!isDerived && measure.kind !== "smallest") return [measure.name];
  const open = operandsOf(measure).filter(({ name }) => missing.has(name));
  // An operand written in place has no name, so it cannot be written down.
  const isWrittenInPlace = operandsOf(measure).some(({ name }) => name.includes("."));
  return open.length === 0 || isWrittenInPlace
    ? [measure.name]
    : [...new Set(open.flatMap((operand) => missingInputs(operand, missing)))];
}

/** With its value in a group that is not written down. */
type CompletedValue = WrittenValue & Pick<Part, "elsewhere">;

interface Known {
  readonly given: ReadonlyMap<string, WrittenValue>;
  /** The value of a measure of which nothing is known; null where there is none. */
  readonly missing: (measure: Measure) => WrittenValue | null;
}

/** Null where it is unknown; a value of null where it is known to have none. */
function knownValue(measure: Measure, known: Known): CompletedValue | null {
  const own = known.given.get(measure.name);
  if (own !== undefined) return ofWritten(measure, own);
  switch (measure.kind) {
    case "ratio":
    case "total":
    case "largest":
    case "smallest":
    case "largest-group":
    case "smallest-group":
      return knownComposite(measure, known);
    default: {
      const missing = known.missing(measure);
      return missing && ofWritten(measure, missing);
    }
  }
}

function knownComposite(measure: CompositeMeasure, known: Known): CompletedValue | null {
  const operands = operandsOf(measure).map((operand) => knownValue(operand, known));
  const parts = operands.filter((operand) => operand !== null);
  if (parts.length < operands.length) return null;
  const { value, groups, elsewhere } = combineOperands(measure, parts);
  const [over, under] = parts;
  const isDivided = measure.kind === "ratio" && over?.value != null && under?.value != null;
  return { value, parts: isDivided ? [over.value, under.value] : null, groups, elsewhere };
}

function ofWritten(measure: Measure, given: WrittenValue): CompletedValue {
  if (groupedBy(measure) === null || given.groups === null) return { ...given, groups: null, elsewhere: given.value };
  return { ...given, elsewhere: isSimple(measure) ? nothingOf(measure) : null };
}
