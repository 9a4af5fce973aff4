import type { DistinctMeasure, Measure, Program, SimpleMeasure } from "../document/program.js";
import { type CalendarDate, isBefore } from "../exact/calendar-date.js";
import { currencyDigits } from "../exact/currency-digits.js";
import { divide, fromMinorUnits, isZero, type Rational, rational } from "../exact/rational.js";
import type { Fact } from "./fact.js";
import { additiveSeries, matchesSource, type Series, termOf } from "./series.js";
import { type DayRange, isWithin, windowRange } from "./window.js";

/** What a measure comes to on a day. Money is in major units; a share of four fifths is 4/5. */
export interface MeasureValue {
  readonly measure: string;
  /** Null while a ratio's denominator is zero: it has no value, which is not the same as zero. */
  readonly value: Rational | null;
  /** Of a ratio only. */
  readonly numerator: Rational | null;
  /** Of a ratio only. */
  readonly denominator: Rational | null;
  /** First day that counts, null for the beginning of time; of a ratio the earlier of its operands' first days. */
  readonly from: CalendarDate | null;
  /** The day after the last one that counts; of a ratio the later of its operands'. */
  readonly to: CalendarDate;
}

/** Where the totals under the measures come from: facts in memory, or SQL over rollups. */
export interface FactTotals {
  /** The sum of a series over days; zero where there is no fact. Amounts in minor units. */
  sumOf(series: Series, range: DayRange): bigint;
  /**
   * What has no series: how many different values of `by` (null never counts), or for a `count` of certifications how
   * many facts. Of certifications only those that `holdsOn` the day of judgement.
   */
  distinctOf(measure: SimpleMeasure, range: DayRange): bigint;
}

/** Measures facts directly. Slow and plain on purpose: what SQL computes has to agree with this. */
export function measureFacts(program: Program, facts: readonly Fact[], asOf: CalendarDate): MeasureValue[] {
  return measureFromSums(program, asOf, {
    sumOf: (series, range) =>
      facts
        .filter((fact) => matchesSource(series.source, fact) && isWithin(range, fact.on))
        .reduce((sum, fact) => sum + termOf(series, fact), 0n),
    distinctOf: (measure, range) => {
      const counted = facts.filter((fact) => counts(measure, fact, range, asOf));
      const different = measure.kind === "distinct" ? new Set(counted.map((fact) => fact[measure.by])) : counted;
      return BigInt([...different].length);
    },
  });
}

/** Measures from totals that something else has added up. One value a measure, in the program's order. */
export function measureFromSums(program: Program, asOf: CalendarDate, totals: FactTotals): MeasureValue[] {
  return program.measures.map((measure) => measureOne(program, measure, asOf, totals));
}

/** The facts that a measure counted, as evidence; those under a ratio's denominator included. In the order given. */
export function countedFacts(program: Program, measure: Measure, facts: readonly Fact[], asOf: CalendarDate): Fact[] {
  const operands = measure.kind === "ratio" ? [measure.numerator, measure.denominator] : [measure];
  return facts.filter((fact) =>
    operands.some((operand) => counts(operand, fact, windowRange(operand.window, asOf, program.calendar), asOf)),
  );
}

/** Whether a fact still counts on a day: a certification from the day it is earned until the day it expires. */
export function holdsOn(fact: Fact, asOf: CalendarDate): boolean {
  if (fact.kind !== "certification") return true;
  return !isBefore(asOf, fact.on) && (fact.until === null || isBefore(asOf, fact.until));
}

function measureOne(program: Program, measure: Measure, asOf: CalendarDate, totals: FactTotals): MeasureValue {
  if (measure.kind !== "ratio") {
    const range = windowRange(measure.window, asOf, program.calendar);
    const value = totalOf(program, measure, range, totals);
    return { measure: measure.name, value, numerator: null, denominator: null, ...range };
  }
  const over = windowRange(measure.numerator.window, asOf, program.calendar);
  const under = windowRange(measure.denominator.window, asOf, program.calendar);
  const numerator = totalOf(program, measure.numerator, over, totals);
  const denominator = totalOf(program, measure.denominator, under, totals);
  const value = isZero(denominator) ? null : divide(numerator, denominator);
  return { measure: measure.name, value, numerator, denominator, ...spanOf(over, under) };
}

function totalOf(program: Program, measure: SimpleMeasure, range: DayRange, totals: FactTotals): Rational {
  const series = additiveSeries(measure);
  if (series === null) return rational(totals.distinctOf(measure, range));
  const digits = series.add === "amount" ? currencyDigits(program.currency) : 0;
  return fromMinorUnits(totals.sumOf(series, range), digits);
}

function counts(measure: SimpleMeasure, fact: Fact, range: DayRange, asOf: CalendarDate): boolean {
  return (
    matchesSource(measure.source, fact) &&
    isWithin(range, fact.on) &&
    holdsOn(fact, asOf) &&
    (measure.kind === "count" || fact[FIELDS[measure.kind === "sum" ? measure.field : measure.by]] !== null)
  );
}

const FIELDS = {
  amount: "amountMinor",
  quantity: "quantity",
  customer: "customer",
  person: "person",
  product: "product",
} as const satisfies Record<"amount" | "quantity" | DistinctMeasure["by"], keyof Fact>;

function spanOf(a: DayRange, b: DayRange): DayRange {
  const from = a.from === null || b.from === null ? null : isBefore(a.from, b.from) ? a.from : b.from;
  return { from, to: isBefore(a.to, b.to) ? b.to : a.to };
}
