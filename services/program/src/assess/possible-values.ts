import { type FactCondition, type FactField, type FactSource, shapeOfKind } from "../document/facts/index.js";
import {
  isSimple,
  type Measure,
  type RateMeasure,
  type RatioMeasure,
  type SimpleMeasure,
  type StatisticMeasure,
  type SumMeasure,
} from "../document/measures/index.js";
import { add, compare, multiply, ONE, type Rational, rational, ZERO } from "../exact/index.js";
import { ANYTHING, type Interval, included } from "./interval.js";

/** The range of values that a measure can have by its definition; wider where the definition does not say. */
export function possibleValues(measure: Measure): Interval {
  switch (measure.kind) {
    case "sum":
      return ofSum(measure);
    case "statistic":
      return ofStatistic(measure);
    case "rate":
      return RATES[measure.rate];
    case "count":
      return measure.netOf === null ? { from: included(ZERO), to: null } : ANYTHING;
    case "distinct":
      return { from: included(ZERO), to: null };
    case "active-periods":
      return { from: included(ZERO), to: included(rational(measure.last)) };
    case "percentile":
    case "review":
      return { from: included(ZERO), to: included(ONE) };
    case "ratio":
      return ofRatio(measure);
    case "total":
      return measure.terms
        .map(({ measure: part, times }) => scaled(possibleValues(part), times))
        .reduce(sum, { from: included(ZERO), to: included(ZERO) });
    case "largest":
    case "smallest":
      return widest(measure.of.map(possibleValues));
    case "largest-group":
    case "smallest-group":
      return possibleValues(measure.of);
    default:
      return ANYTHING;
  }
}

const RATES: Record<RateMeasure["rate"], Interval> = {
  nps: { from: included(rational(-100)), to: included(rational(100)) },
  renewal: { from: included(ZERO), to: included(ONE) },
  "net-retention": ANYTHING,
  "gross-retention": { from: included(ZERO), to: included(ONE) },
};

/** Amounts are not reported below zero; of quantities the kinds know their bounds. */
function ofSum({ field, source, netOf }: SumMeasure): Interval {
  if (netOf !== null) return ANYTHING;
  const bounds = boundsOf(field, source);
  return bounds !== null && compare(bounds.min, ZERO) >= 0 ? { from: included(ZERO), to: null } : ANYTHING;
}

function ofStatistic({ field, source, unit }: StatisticMeasure): Interval {
  const bounds = unit === "percent" || typeof field !== "string" ? null : boundsOf(field, source);
  return bounds === null ? ANYTHING : { from: included(bounds.min), to: bounds.max && included(bounds.max) };
}

/** The bounds of a field for all kinds of a source; null where one of them has none. */
function boundsOf(
  field: FactField,
  { kinds }: FactSource,
): { readonly min: Rational; readonly max: Rational | null } | null {
  if (field === "amount") return { min: ZERO, max: null };
  const bounds = kinds.map((kind) => shapeOfKind({ factKinds: [] }, kind).quantity);
  if (bounds.includes(null)) return null;
  const known = bounds.filter((bound) => bound !== null);
  const most = Math.max(...known.map(({ max }) => max));
  return {
    min: rational(Math.min(...known.map(({ min }) => min))),
    max: most === Number.MAX_SAFE_INTEGER ? null : rational(most),
  };
}

function ofRatio({ numerator, denominator }: RatioMeasure): Interval {
  const isCounted = [numerator, denominator].every(
    ({ kind, ...operand }) => kind === "distinct" || (kind === "count" && "netOf" in operand && operand.netOf === null),
  );
  return {
    from: isCounted ? included(ZERO) : null,
    to: isSimple(numerator) && isSimple(denominator) && isPartOf(numerator, denominator) ? included(ONE) : null,
  };
}

/**
 * Whether `whole` counts everything that `part` counts, so that their ratio never exceeds 100%. Only for measures that
 * are never negative: counts, distinct people, and amounts, which cannot be negative in reports.
 */
export function isPartOf(part: SimpleMeasure, whole: SimpleMeasure): boolean {
  if (!countsAlike(part, whole)) return false;
  const isSameDays = JSON.stringify(part.window) === JSON.stringify(whole.window) || whole.window.kind === "lifetime";
  return isSameDays && (part.onlyActive || !whole.onlyActive) && selectsLess(part.source, whole.source);
}

function countsAlike(part: SimpleMeasure, whole: SimpleMeasure): boolean {
  if (part.kind === "distinct" && whole.kind === "distinct")
    return JSON.stringify(part.of) === JSON.stringify(whole.of) && part.atLeast >= whole.atLeast;
  if (!(part.kind === "sum" || part.kind === "count") || !(whole.kind === "sum" || whole.kind === "count"))
    return false;
  if (whole.netOf !== null || whole.capPerCustomer !== null) return false;
  if (part.kind === "count" || whole.kind === "count") return part.kind === whole.kind;
  return part.field === "amount" && whole.field === "amount";
}

function selectsLess(part: FactSource, whole: FactSource): boolean {
  return (
    part.kinds.every((kind) => whole.kinds.includes(kind)) &&
    whole.where.every((condition) => part.where.some((own) => implies(own, condition))) &&
    whole.except.every((condition) => part.except.some((own) => implies(condition, own))) &&
    (whole.since === null || (part.since !== null && part.since >= whole.since)) &&
    (whole.before === null || (part.before !== null && part.before <= whole.before))
  );
}

const implies = (narrow: FactCondition, wide: FactCondition): boolean =>
  narrow.attribute === wide.attribute && narrow.in.every((value) => wide.in.includes(value));

function scaled({ from, to }: Interval, times: Rational): Interval {
  const sign = compare(times, ZERO);
  if (sign === 0) return { from: included(ZERO), to: included(ZERO) };
  const [low, high] = sign > 0 ? [from, to] : [to, from];
  return {
    from: low && { ...low, value: multiply(low.value, times) },
    to: high && { ...high, value: multiply(high.value, times) },
  };
}

function sum(one: Interval, other: Interval): Interval {
  const added = (a: Interval["from"], b: Interval["from"]) =>
    a === null || b === null ? null : { value: add(a.value, b.value), isIncluded: a.isIncluded && b.isIncluded };
  return { from: added(one.from, other.from), to: added(one.to, other.to) };
}

function widest(parts: readonly Interval[]): Interval {
  const values = (which: "from" | "to") => parts.map((part) => part[which]);
  const most = (which: "from" | "to", sign: 1 | -1) =>
    values(which).reduce((found, end) =>
      found === null || end === null ? null : compare(end.value, found.value) === sign ? end : found,
    );
  return { from: most("from", -1) ?? null, to: most("to", 1) ?? null };
}
