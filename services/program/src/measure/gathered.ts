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

/** The gathered facts of a measure, and those that are taken off. */
export interface GatheredRows {
  readonly plus: readonly GatheredRow[];
  readonly minus: readonly GatheredRow[];
}

type CountingMeasure = Exclude<SimpleMeasure, RateMeasure>;

/** What a measure comes to as a whole, and for the facts of each group as if there were no others. */
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
 * A quantity is a whole number: of a measure in percent it is hundredths of a percent, so that 8525 is 85.25%. An attribute
 * says 85.25 itself.
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
    // A row of amounts or quantities is their sum, one of an attribute what each of its facts says.
    const times = (row: GatheredRow) => (typeof field === "string" ? ONE : rational(row.facts));
    return divide(rows.map((row) => multiply(numberOf(row), times(row))).reduce(add), rational(facts));
  }
  if (statistic === "latest")
    return numberOf(others.reduce((latest, row) => (isLater(row, latest) ? row : latest), first));
  const numbers = rows.map(numberOf).sort(compare);
  return numberAmong(numbers, statistic);
}

/** What the attribute of a row's facts says, where that is a decimal number. */
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

/** What is left of a sum or count after netting, each customer's part held to the cap. */
function netOf(measure: SumMeasure | CountMeasure, currency: string, rows: GatheredRows): Rational {
  const { parts, most } = partsOfCustomers(measure, currency, rows);
  return [...parts.values()].map((part) => heldTo(most, part)).reduce(add, ZERO);
}

/** What each customer brings to a sum or count before capping, and the most that counts of one. */
export interface CustomerParts {
  /** By customer; null for the facts that name none. */
  readonly parts: ReadonlyMap<string | null, Rational>;
  readonly whole: Rational;
  /** Null where nothing is capped. */
  readonly most: Rational | null;
}

/**
 * A share is of the whole before capping; of a whole of zero or less nothing is left to any customer. Facts that name no
 * customer are together one customer: a cap that ends where the name is left out would be none.
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
 * What was taken back later never makes days negative on which it did not count: the facts of a sum or count come to zero
 * at least. A quantity that may be given back, such as seats, may be below zero by itself.
 */
export function notBelowZero(measure: SimpleMeasure, facts: Rational): Rational {
  return isNeverNegative(measure) ? larger(facts, ZERO) : facts;
}

/** Whether no fact that a measure counts takes anything off by itself. */
export function isNeverNegative(measure: SimpleMeasure): boolean {
  if (measure.kind === "count") return true;
  if (measure.kind !== "sum") return false;
  const bounds = measure.source.kinds.map((kind) => shapeOfKind({ factKinds: [] }, kind).quantity);
  return measure.field === "amount" || bounds.every((bound) => bound !== null && bound.min >= 0);
}

export const heldTo = (most: Rational | null, part: Rational): Rational =>
  most !== null && compare(part, most) > 0 ? most : part;

/** What is told apart counts once while any fact of it stands. */
function timesOf({ apart, facts }: GatheredRow): bigint {
  if (apart === null) return facts;
  return facts > 0n ? 1n : 0n;
}

/** What the facts of a row add to a sum or count. */
export const partOf = (measure: SumMeasure | CountMeasure, currency: string, row: GatheredRow): Rational =>
  measure.kind === "count" ? rational(timesOf(row)) : carriedNumber(row, measure.field, currency);

const carriedNumber = (row: GatheredRow, field: FactField, currency: string): Rational =>
  field === "amount" ? fromMinorUnits(row.amountMinor ?? 0n, currencyDigits(currency)) : rational(row.quantity ?? 0n);
