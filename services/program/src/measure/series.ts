import type { FactSource, Measure, Program, SimpleMeasure } from "../document/program.js";
import type { Fact } from "./fact.js";

/**
 * A number per partner and day that adds up over any days: what rollups keep, so that a measure of any window is a sum
 * of a few rows. Amounts are in minor units.
 */
export interface Series {
  /** Canonical: two sources that select the same facts by the same words have one key, in whatever order they say it. */
  readonly key: string;
  readonly source: FactSource;
  readonly add: "count" | "amount" | "quantity";
}

/** The different series that a program's measures need, in the order of their keys. */
export function seriesOf(program: Program): Series[] {
  const byKey = new Map(program.measures.flatMap(seriesOfMeasure).map((series) => [series.key, series]));
  return [...byKey.values()].sort((a, b) => compareText(a.key, b.key));
}

/** Two where a ratio divides one additive measure by another, none where nothing of the measure adds up over days. */
export function seriesOfMeasure(measure: Measure): Series[] {
  const operands = measure.kind === "ratio" ? [measure.numerator, measure.denominator] : [measure];
  return operands.map(additiveSeries).filter((series) => series !== null);
}

/**
 * The series whose sum over a window is the measure. Null where there is none: different people of two days do not add
 * up, and a certification that counted yesterday may have expired today.
 */
export function additiveSeries(measure: SimpleMeasure): Series | null {
  if (measure.kind === "distinct" || measure.source.kinds.includes("certification")) return null;
  const add = measure.kind === "sum" ? measure.field : "count";
  const source = canonicalSource(measure.source);
  const conditions = source.where.map((condition) => [condition.attribute, condition.in]);
  return { key: JSON.stringify([add, source.kinds, conditions]), source, add };
}

/** The series that a key of `additiveSeries` names. */
export function seriesOfKey(key: string): Series {
  const [add, kinds, conditions] = JSON.parse(key) as [Series["add"], FactSource["kinds"], [string, string[]][]];
  return { key, add, source: { kinds, where: conditions.map(([attribute, values]) => ({ attribute, in: values })) } };
}

/** What one fact adds to a series that it matches. */
export function termOf(series: Series, fact: Fact): bigint {
  if (series.add === "count") return 1n;
  return (series.add === "amount" ? fact.amountMinor : fact.quantity) ?? 0n;
}

/** Whether a fact is of one of the source's kinds and every condition holds for it. The window is asked elsewhere. */
export function matchesSource(source: FactSource, fact: Fact): boolean {
  return (
    source.kinds.includes(fact.kind) &&
    source.where.every((condition) => {
      const value = attributeOf(fact, condition.attribute);
      return value !== null && condition.in.includes(value);
    })
  );
}

function attributeOf(fact: Fact, attribute: string): string | null {
  if (attribute === "product") return fact.product;
  if (attribute === "customer") return fact.customer;
  // An attribute named `constructor` must not find what every object inherits.
  return Object.hasOwn(fact.attributes, attribute) ? (fact.attributes[attribute] ?? null) : null;
}

function canonicalSource(source: FactSource): FactSource {
  return {
    kinds: [...source.kinds].sort(compareText),
    where: source.where
      .map((condition) => ({ attribute: condition.attribute, in: [...condition.in].sort(compareText) }))
      .sort((a, b) => compareText(a.attribute, b.attribute)),
  };
}

// By code unit: `localeCompare` would order keys by the machine's language.
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
