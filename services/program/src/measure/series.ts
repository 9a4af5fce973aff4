import type { FactCondition, FactKind, FactSource } from "../document/facts/index.js";
import { leavesOf, type SimpleMeasure } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import { compareText } from "../exact/index.js";
import type { Fact } from "./fact.js";

/**
 * A number per partner and day that adds up over any days: what rollups keep, so that a measure of any window is a sum
 * of a few rows. Amounts are in minor units.
 */
export interface Series {
  /** Canonical: two sources that select the same facts by the same words have one key, in whatever order they say it. */
  readonly key: string;
  /** Without days of its own: those are asked for. */
  readonly source: FactSource;
  readonly add: "count" | "amount" | "quantity";
}

/** What an additive measure is made of. */
export interface AdditiveSeries {
  readonly plus: Series;
  /** Null where nothing is taken off. */
  readonly minus: Series | null;
}

/** The different series that a program's measures need, in the order of their keys. */
export function seriesOf(program: Program): Series[] {
  const needed = program.measures.flatMap(leavesOf).flatMap((measure) => {
    const { plus, minus } = additiveSeries(measure) ?? { plus: null, minus: null };
    return [plus, minus].filter((series) => series !== null);
  });
  const byKey = new Map(needed.map((series) => [series.key, series]));
  return [...byKey.values()].sort((a, b) => compareText(a.key, b.key));
}

/**
 * The series whose sums over days are the measure. Null where there are none: different people of two days do not add
 * up, neither do parts of which each customer's is capped or that are told apart, and what counted yesterday because it
 * held then, such as a certification, may have ended today.
 */
export function additiveSeries(measure: SimpleMeasure): AdditiveSeries | null {
  let series = knownSeries.get(measure);
  if (series === undefined) {
    series = additiveSeriesAnew(measure);
    knownSeries.set(measure, series);
  }
  return series;
}

// Measures never change, and each is asked once for every partner that is measured.
const knownSeries = new WeakMap<SimpleMeasure, AdditiveSeries | null>();

function additiveSeriesAnew(measure: SimpleMeasure): AdditiveSeries | null {
  if (measure.kind !== "sum" && measure.kind !== "count") return null;
  const { source, netOf, onlyActive, capPerCustomer, by, late } = measure;
  // Sums are kept of what was posted.
  if (late === "recount") return null;
  if (by !== null || onlyActive || capPerCustomer !== null) return null;
  if ([source, ...(netOf === null ? [] : [netOf.source])].some(isOfWhatHolds)) return null;
  const add = measure.kind === "sum" ? measure.field : "count";
  return { plus: seriesOfSource(source, add), minus: netOf === null ? null : seriesOfSource(netOf.source, add) };
}

// Written down by databases: what has no `except` keeps the key of three parts that it always had.
function seriesOfSource(given: FactSource, add: Series["add"]): Series {
  const source = canonicalSource(given);
  const [where, except] = [source.where, source.except].map((conditions) =>
    conditions.map((condition) => [condition.attribute, condition.in]),
  );
  const key = JSON.stringify([add, source.kinds, where, ...(except?.length === 0 ? [] : [except])]);
  return { key, source, add };
}

/** The series that a key names. */
export function seriesOfKey(key: string): Series {
  type Conditions = [attribute: string, values: string[]][];
  const [add, kinds, where, except = []] = JSON.parse(key) as [Series["add"], FactKind[], Conditions, Conditions?]; // Written above.
  const conditionsOf = (conditions: Conditions): FactCondition[] =>
    conditions.map(([attribute, values]) => ({ attribute, in: values }));
  return {
    key,
    add,
    source: { kinds, where: conditionsOf(where), except: conditionsOf(except), since: null, before: null },
  };
}

/** What one fact adds to a series that it matches. */
export function termOf(series: Pick<Series, "add">, fact: Fact): bigint {
  if (series.add === "count") return 1n;
  return (series.add === "amount" ? fact.amountMinor : fact.quantity) ?? 0n;
}

/**
 * Whether a fact is of one of the source's kinds, every condition of `where` holds for it and none of `except` does. The
 * days are asked elsewhere.
 */
export function matchesSource(source: Pick<FactSource, "kinds" | "where" | "except">, fact: Fact): boolean {
  return (
    source.kinds.includes(fact.kind) &&
    source.where.every((condition) => holds(condition, fact)) &&
    !source.except.some((condition) => holds(condition, fact))
  );
}

function holds(condition: FactCondition, fact: Fact): boolean {
  const value = attributeOf(fact, condition.attribute);
  return value !== null && condition.in.includes(value);
}

/** `product`, `customer` or any other attribute; null where the fact has none of that name. */
export function attributeOf(fact: Fact, attribute: string): string | null {
  if (attribute === "product") return fact.product;
  if (attribute === "customer") return fact.customer;
  // An attribute named `constructor` must not find what every object inherits.
  return Object.hasOwn(fact.attributes, attribute) ? (fact.attributes[attribute] ?? null) : null;
}

const isOfWhatHolds = ({ kinds }: FactSource): boolean => kinds.includes("certification");

function canonicalSource({ kinds, where, except }: FactSource): FactSource {
  return {
    kinds: [...kinds].sort(compareText),
    where: canonicalConditions(where),
    except: canonicalConditions(except),
    since: null,
    before: null,
  };
}

const canonicalConditions = (conditions: readonly FactCondition[]): FactCondition[] =>
  conditions
    .map((condition) => ({ attribute: condition.attribute, in: [...condition.in].sort(compareText) }))
    .sort((a, b) => compareText(a.attribute, b.attribute) || compareText(JSON.stringify(a.in), JSON.stringify(b.in)));
