import type { Measure } from "../document/measure.js";
import type { Program } from "../document/program.js";
import { addDays, type CalendarDate } from "../exact/calendar-date.js";
import { add, compare, divide, isZero, multiply, type Rational, ZERO } from "../exact/rational.js";
import type { MeasureValue } from "../measure/measure-facts.js";
import type { GivenValue } from "./given-partner.js";

/** The values of a partner on a day, as far as they are given or follow from what is given. */
export interface CompletedValues {
  readonly values: ReadonlyMap<string, MeasureValue>;
  /** Names of the measures that neither are given nor follow, in the order of the document. */
  readonly missing: readonly string[];
}

/**
 * Every measure of the program that is given, or is made of measures that are. What is given stands, even where its
 * parts would say otherwise.
 */
export function completeValues(
  program: Program,
  given: ReadonlyMap<string, GivenValue>,
  asOf: CalendarDate,
): CompletedValues {
  const completed = program.measures.map((measure) => ({ name: measure.name, value: knownValue(measure, given) }));
  return {
    values: new Map(
      completed.flatMap(({ name, value }) => (value === null ? [] : [[name, asMeasured(name, value, asOf)] as const])),
    ),
    missing: completed.filter(({ value }) => value === null).map(({ name }) => name),
  };
}

export function asMeasured(measure: string, { value, parts, groups }: GivenValue, asOf: CalendarDate): MeasureValue {
  const [numerator, denominator] = parts ?? [null, null];
  return { measure, value, numerator, denominator, groups, from: null, to: addDays(asOf, 1), adjustments: [] };
}

/** What a measure comes to without a single fact: zero where it counts, no value where it divides or chooses. */
export function valueOfNothing(measure: Measure): GivenValue {
  const isZeroed = ["sum", "count", "distinct", "active-periods", "total"].includes(measure.kind);
  return { value: isZeroed ? ZERO : null, parts: null, groups: null };
}

/** Null where it is not known; a value of null where it is known that there is none. */
function knownValue(measure: Measure, given: ReadonlyMap<string, GivenValue>): GivenValue | null {
  const own = given.get(measure.name);
  if (own !== undefined) return own;
  switch (measure.kind) {
    case "ratio": {
      const [over, under] = [knownValue(measure.numerator, given), knownValue(measure.denominator, given)];
      return over === null || under === null ? null : ratioOf(over.value, under.value);
    }
    case "total": {
      const terms = measure.terms.map(({ measure: part, times }) => ({ times, value: knownValue(part, given) }));
      if (terms.some(({ value }) => value === null)) return null;
      return plain(terms.map(({ times, value }) => multiply(times, value?.value ?? ZERO)).reduce(add, ZERO));
    }
    case "largest":
    case "smallest": {
      const parts = measure.of.map((part) => knownValue(part, given));
      if (parts.some((part) => part === null)) return null;
      const wanted = measure.kind === "largest" ? 1 : -1;
      const values = parts.flatMap((part) => part?.value ?? []);
      return plain(
        values.reduce<Rational | null>(
          (best, value) => (best === null || compare(value, best) === wanted ? value : best),
          null,
        ),
      );
    }
    default:
      return null;
  }
}

const plain = (value: Rational | null): GivenValue => ({ value, parts: null, groups: null });

function ratioOf(over: Rational | null, under: Rational | null): GivenValue {
  if (over === null || under === null) return plain(null);
  return { value: isZero(under) ? null : divide(over, under), parts: [over, under], groups: null };
}
