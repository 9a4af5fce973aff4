import type { FactCondition, FactKind, FactSource } from "../document/facts/index.js";
import { leavesOf, type SimpleMeasure } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import { compareText } from "../exact/index.js";
import type { Fact } from "./fact.js";

/**
 * A number for each partner and day that adds up over days: rollups keep it, so that a measure over any window is a sum
 * of a few rows. Amounts are in minor units.
 */
export interface Series {
  /** Canonical: sources that select the same facts have the same key, in any order of words. */
  readonly key: string;
  /** Without days; queries add them. */
  readonly source: FactSource;
  readonly add: "count" | "amount" | "quantity";
}

/** The series of an additive measure. */
export interface AdditiveSeries {
  readonly plus: Series;
  /** Null where nothing is subtracted. */
  readonly minus: Series | null;
}

/** The distinct series of a program's measures, sorted by key. */
export function seriesOf(program: Program): Series[] {
  const needed = program.measures.flatMap(leavesOf).flatMap((measure) => {
    const { plus, minus } = additiveSeries(measure) ?? { plus: null, minus: null };
    return [plus, minus].filter((series) => series !== null);
  });
  const byKey = new Map(needed.map((series) => [series.key, series]));
  return [...byKey.values()].sort((a, b) => compareText(a.key, b.key));
}

/**
 * The series whose sums over days give the measure. Null where there are none: distinct people do not add up over days,
 * nor do capped or grouped parts, nor certifications, which may end.
 */
export function additiveSeries(measure: SimpleMeasure): AdditiveSeries | null {
  let series = knownSeries.get(measure);
  if (series === undefined) {
    series = additiveSeriesAnew(measure);
    knownSeries.set(measure, series);
  }
  return series;
}

// Cached: measures are immutable, and each is used for every partner.
const knownSeries = new WeakMap<SimpleMeasure, AdditiveSeries | null>();

function additiveSeriesAnew(measure: SimpleMeasure): AdditiveSeries | null {
  if (measure.kind !== "sum" && measure.kind !== "count") return null;
  const { source, netOf, onlyActive, capPerCustomer, by, late } = measure;
  // Rollups keep only posted facts.
  if (late === "recount") return null;
  if (by !== null || onlyActive || capPerCustomer !== null) return null;
  if ([source, ...(netOf === null ? [] : [netOf.source])].some(isOfWhatHolds)) return null;
  const add = measure.kind === "sum" ? measure.field : "count";
  return { plus: seriesOfSource(source, add), minus: netOf === null ? null : seriesOfSource(netOf.source, add) };
}

// Stored in databases: without `except` the key keeps its original three parts.
function seriesOfSource(given: FactSource, add: Series["add"]): Series {
  const source = canonicalSource(given);
  const [where, except] = [source.where, source.except].map((conditions) =>
    conditions.map((condition) => [condition.attribute, condition.in]),
  );
  const key = JSON.stringify([add, source.kinds, where, ...(except?.length === 0 ? [] : [except])]);
  return { key, source, add };
}

/** The series with this key. */
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

/** What a matching fact adds to a series. */
export function termOf(series: Pick<Series, "add">, fact: Fact): bigint {
  if (series.add === "count") return 1n;
  return (series.add === "amount" ? fact.amountMinor : fact.quantity) ?? 0n;
}

/**
 * Whether a fact has one of the kinds and meets all conditions of `where` and none of `except`. Days are checked
 * elsewhere.
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
  // An attribute named `constructor` must not find inherited members.
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
