import { isSimple, type Measure } from "@tiergraph/program/document/measures";
import type { Program } from "@tiergraph/program/document/program";
import { type CalendarDate, currencyDigits } from "@tiergraph/program/exact";
import { additiveSeries, type DayRange, daysOf, isNeverNegative, type Series } from "@tiergraph/program/measure";

/** One sum of a rollup column over days: a column of the statement that tallies many partners at once. */
export interface TallyColumn {
  readonly slot: number;
  readonly range: DayRange;
}

/** How a measure comes out of the columns. */
export type TallyMeasure =
  | ({ readonly kind: "sum"; readonly name: string } & TallySum)
  | { readonly kind: "ratio"; readonly name: string; readonly over: TallySum; readonly under: TallySum };
export interface TallySum {
  readonly plus: number;
  /** Null where nothing is taken off. */
  readonly minus: number | null;
  /** What is added counts as zero where it is less. */
  readonly isNeverNegative: boolean;
  /** Digits of the currency, or none for a count. */
  readonly digits: number;
}

export interface TallyPlan {
  readonly columns: readonly TallyColumn[];
  /** By name, as decisions keep them. */
  readonly measures: readonly TallyMeasure[];
}

/**
 * How to measure any number of partners on one day by one statement: possible where every measure is a sum or a count
 * that adds up over days, or one such divided by another, and nothing is adjusted. Null for any other program.
 */
export function tallyPlan(program: Program, asOf: CalendarDate, slots: ReadonlyMap<string, number>): TallyPlan | null {
  const columns: TallyColumn[] = [];
  const places = new Map<string, number>();
  const columnOf = (series: Series, ranges: readonly DayRange[]): number | null => {
    const [range] = ranges;
    const slot = slots.get(series.key);
    if (range === undefined || ranges.length > 1 || slot === undefined) return null;
    const key = `${slot} ${range.from} ${range.to}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, columns.length);
    return columns.push({ slot, range }) - 1;
  };
  const sumOf = (measure: Measure): TallySum | null => {
    const series = isSimple(measure) ? additiveSeries(measure) : null;
    if (series === null || !isSimple(measure)) return null;
    const days = daysOf(measure, { program, asOf, excused: [] }, null);
    const plus = columnOf(series.plus, days.plus.ranges);
    const minus = series.minus === null ? null : columnOf(series.minus, days.minus?.ranges ?? []);
    if (plus === null || (series.minus !== null && minus === null)) return null;
    return {
      plus,
      minus,
      isNeverNegative: isNeverNegative(measure),
      digits: series.plus.add === "amount" ? currencyDigits(program.currency) : 0,
    };
  };
  const measures = program.measures.map((measure): TallyMeasure | null => {
    const { name } = measure;
    if (measure.kind !== "ratio") {
      const sum = sumOf(measure);
      return sum === null ? null : { kind: "sum", name, ...sum };
    }
    const [over, under] = [sumOf(measure.numerator), sumOf(measure.denominator)];
    return over === null || under === null ? null : { kind: "ratio", name, over, under };
  });
  const known = measures.filter((measure) => measure !== null);
  if (known.length < measures.length) return null;
  return { columns, measures: known.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
