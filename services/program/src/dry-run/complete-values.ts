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

/** The values of a partner on a day, as far as they are given or follow from what is given. */
export interface CompletedValues {
  readonly values: ReadonlyMap<string, MeasureValue>;
  /** Names of the measures that neither are given nor follow, in the order of the document. */
  readonly missing: readonly string[];
}

/**
 * Every measure of the program that is given, or is made of measures that are. What is given stands, even where its
 * parts would say otherwise.
 *
 * @param missing what stands for a measure that is neither given nor made of others; null where nothing does
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

/** What a measure comes to without a single fact: zero where it counts, no value where it divides, chooses or reviews. */
export function valueOfNothing(program: Program, measure: Measure, asOf: CalendarDate): WrittenValue {
  return valueOfFacts(program, measure, { facts: [], asOf }) ?? { value: null, parts: null, groups: null };
}

/** What a measure comes to by facts; null where it takes more than facts. */
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
 * What nobody can say but the document's author or the partner: the measures at the bottom of one that is missing. What
 * compares two days or counts periods is one of them, since one number of its operand says nothing of it.
 */
export function missingInputs(measure: Measure, missing: ReadonlySet<string>): string[] {
  const isDerived = measure.kind === "ratio" || measure.kind === "total" || measure.kind === "largest";
  if (!isDerived && measure.kind !== "smallest") return [measure.name];
  const open = operandsOf(measure).filter(({ name }) => missing.has(name));
  // What is written in place has no name by which it could be given.
  const isWrittenInPlace = operandsOf(measure).some(({ name }) => name.includes("."));
  return open.length === 0 || isWrittenInPlace
    ? [measure.name]
    : [...new Set(open.flatMap((operand) => missingInputs(operand, missing)))];
}

/** With what it comes to in a group of which nothing is said. */
type CompletedValue = WrittenValue & Pick<Part, "elsewhere">;

interface Known {
  readonly given: ReadonlyMap<string, WrittenValue>;
  /** What stands for a measure of which nothing is known; null where that is an answer. */
  readonly missing: (measure: Measure) => WrittenValue | null;
}

/** Null where it is not known; a value of null where it is known that there is none. */
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
