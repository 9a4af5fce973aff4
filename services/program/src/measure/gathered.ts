import { type FactField, shapeOfKind } from "../document/facts/index.js";
import type {
  CountMeasure,
  RateMeasure,
  SimpleMeasure,
  StatisticMeasure,
  SumMeasure,
} from "../document/measures/index.js";
import {
  add,
  compare,
  currencyDigits,
  divide,
  fromMinorUnits,
  larger,
  multiply,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../exact/index.js";
import type { GatheredRow } from "./fact-totals.js";
import { withValues } from "./with-values.js";

/** The gathered facts of a measure, and the subtracted ones. */
export interface GatheredRows {
  readonly plus: readonly GatheredRow[];
  readonly minus: readonly GatheredRow[];
}

type CountingMeasure = Exclude<SimpleMeasure, RateMeasure>;

/** The value of a measure as a whole, and for the facts of each group alone. */
export function valuesOfRows(
  measure: CountingMeasure,
  currency: string,
  rows: GatheredRows,
): { value: Rational | null; groups: ReadonlyMap<string, Rational> | null } {
  const value = wholeOf(measure, currency, rows);
  if (measure.by === null) return { value, groups: null };
  const names = new Set([...rows.plus, ...rows.minus].flatMap(({ group }) => group ?? []));
  const groups = [...names].sort().map((name): [string, Rational | null] => {
    const ofGroup = ({ group }: GatheredRow) => group === name;
    return [name, wholeOf(measure, currency, { plus: rows.plus.filter(ofGroup), minus: rows.minus.filter(ofGroup) })];
  });
  return { value, groups: withValues(groups) };
}

function wholeOf(measure: CountingMeasure, currency: string, rows: GatheredRows): Rational | null {
  switch (measure.kind) {
    case "distinct":
      return distinctOf(rows.plus, measure.atLeast);
    case "statistic":
      return inUnitOf(measure, statisticOf(measure, currency, rows.plus));
    default:
      return netOf(measure, currency, rows);
  }
}

/**
 * Quantities are whole numbers: for a measure in percent they are hundredths of a percent, so that 8525 is 85.25%. An
 * attribute holds 85.25 itself.
 */
function inUnitOf({ unit, field }: StatisticMeasure, value: Rational | null): Rational | null {
  return unit === "percent" && value !== null
    ? divide(value, rational(typeof field === "string" ? 10_000 : 100))
    : value;
}

function distinctOf(rows: readonly GatheredRow[], atLeast: number): Rational {
  const facts = new Map<string | null, bigint>();
  for (const row of rows) facts.set(row.key, (facts.get(row.key) ?? 0n) + timesOf(row));
  return rational([...facts.values()].filter((count) => count >= atLeast).length);
}

function statisticOf(
  { statistic, field }: StatisticMeasure,
  currency: string,
  given: readonly GatheredRow[],
): Rational | null {
  const numbered = (row: GatheredRow) => typeof field === "string" || attributeNumber(row) !== null;
  const rows = given.filter((row) => row.facts > 0n && numbered(row));
  const [first, ...others] = rows;
  if (first === undefined) return null;
  const numberOf = (row: GatheredRow): Rational =>
    typeof field === "string" ? carriedNumber(row, field, currency) : (attributeNumber(row) ?? ZERO);
  if (statistic === "average") {
    const facts = rows.reduce((count, row) => count + row.facts, 0n);
    // A row of amounts or quantities is their sum; a row of an attribute has the value of each of its facts.
    const times = (row: GatheredRow) => (typeof field === "string" ? ONE : rational(row.facts));
    return divide(rows.map((row) => multiply(numberOf(row), times(row))).reduce(add), rational(facts));
  }
  if (statistic === "latest")
    return numberOf(others.reduce((latest, row) => (isLater(row, latest) ? row : latest), first));
  const numbers = rows.map(numberOf).sort(compare);
  return numberAmong(numbers, statistic);
}

/** The decimal number in the attribute of a row; null for none. */
const attributeNumber = ({ apart }: GatheredRow): Rational | null => (apart === null ? null : parseDecimal(apart));

const isLater = (row: GatheredRow, other: GatheredRow): boolean =>
  row.on === other.on ? row.id > other.id : row.on > other.on;

function numberAmong(sorted: readonly Rational[], statistic: "median" | "greatest" | "least"): Rational {
  const at = (index: number): Rational => sorted[index] ?? ZERO;
  if (statistic === "least") return at(0);
  if (statistic === "greatest") return at(sorted.length - 1);
  const [below, above] = [at(Math.floor((sorted.length - 1) / 2)), at(Math.floor(sorted.length / 2))];
  return divide(add(below, above), rational(2));
}

/** A sum or count after netting, with each customer limited by the cap. */
function netOf(measure: SumMeasure | CountMeasure, currency: string, rows: GatheredRows): Rational {
  const { parts, most } = partsOfCustomers(measure, currency, rows);
  return [...parts.values()].map((part) => heldTo(most, part)).reduce(add, ZERO);
}

/** Each customer's part of a sum or count before capping, and the cap. */
export interface CustomerParts {
  /** By customer; null for facts without one. */
  readonly parts: ReadonlyMap<string | null, Rational>;
  readonly whole: Rational;
  /** Null where nothing is capped. */
  readonly most: Rational | null;
}

/**
 * A cap in percent is a share of the whole before capping; zero where the whole is zero or less. Facts without a
 * customer count as one customer, so that leaving the name out does not avoid the cap.
 */
export function partsOfCustomers(
  measure: SumMeasure | CountMeasure,
  currency: string,
  rows: GatheredRows,
): CustomerParts {
  const parts = new Map<string | null, Rational>();
  for (const row of rows.plus) parts.set(row.key, add(parts.get(row.key) ?? ZERO, partOf(measure, currency, row)));
  const added = [...parts.values()].reduce(add, ZERO);
  if (compare(notBelowZero(measure, added), added) !== 0) parts.clear();
  for (const row of rows.minus)
    parts.set(row.key, subtract(parts.get(row.key) ?? ZERO, partOf(measure, currency, row)));
  const whole = [...parts.values()].reduce(add, ZERO);
  const { capPerCustomer: cap } = measure;
  if (cap === null) return { parts, whole, most: null };
  return { parts, whole, most: cap.kind === "amount" ? cap.most : multiply(larger(whole, ZERO), cap.most) };
}

/**
 * Facts voided later never make a sum or count negative on other days. Quantities that may be given back, such as
 * seats, may be negative.
 */
export function notBelowZero(measure: SimpleMeasure, facts: Rational): Rational {
  return isNeverNegative(measure) ? larger(facts, ZERO) : facts;
}

/** Whether no fact of the measure can be negative by itself. */
export function isNeverNegative(measure: SimpleMeasure): boolean {
  if (measure.kind === "count") return true;
  if (measure.kind !== "sum") return false;
  const bounds = measure.source.kinds.map((kind) => shapeOfKind({ factKinds: [] }, kind).quantity);
  return measure.field === "amount" || bounds.every((bound) => bound !== null && bound.min >= 0);
}

export const heldTo = (most: Rational | null, part: Rational): Rational =>
  most !== null && compare(part, most) > 0 ? most : part;

/** A distinct value counts once while any of its facts stands. */
function timesOf({ apart, facts }: GatheredRow): bigint {
  if (apart === null) return facts;
  return facts > 0n ? 1n : 0n;
}

/** What a row adds to a sum or count. */
export const partOf = (measure: SumMeasure | CountMeasure, currency: string, row: GatheredRow): Rational =>
  measure.kind === "count" ? rational(timesOf(row)) : carriedNumber(row, measure.field, currency);

const carriedNumber = (row: GatheredRow, field: FactField, currency: string): Rational =>
  field === "amount" ? fromMinorUnits(row.amountMinor ?? 0n, currencyDigits(currency)) : rational(row.quantity ?? 0n);
