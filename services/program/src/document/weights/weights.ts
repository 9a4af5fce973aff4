import { compare, ONE, type Rational, ZERO } from "../../exact/index.js";
import type { Measure } from "../measures/index.js";
import { type Plain, printFactor, readDistinct, readFactor, withoutEmpty, type YamlCursor } from "../notation/index.js";

/**
 * A table of factors by one or two keys: market, region or country of the partner, or an attribute that a measure is
 * grouped by. A term of a score multiplies its measure by them.
 */
export interface WeightTable {
  readonly name: string;
  readonly by: readonly [string] | readonly [string, string];
  readonly factors: readonly WeightFactor[];
  readonly why: string | null;
}
export interface WeightFactor {
  /** One value for each key; null stands for all others. */
  readonly of: readonly (string | null)[];
  /** Zero or more. */
  readonly factor: Rational;
}

/** Keys that are properties of the partner; any other is an attribute of facts. */
const OF_THE_PARTNER: ReadonlySet<string> = new Set(["market", "region", "country"]);
const OTHERWISE = "otherwise";

/** The attribute among the keys; null where all are properties of the partner. */
export const factAttributeOf = ({ by }: WeightTable): string | null =>
  by.find((name) => !OF_THE_PARTNER.has(name)) ?? null;

/**
 * The factor for values of the keys: the entry for both, then for the first, then for the second, then for any; 1
 * without an entry.
 */
export function factorFor({ factors }: WeightTable, values: readonly (string | null)[]): Rational {
  const fits = (wanted: readonly (string | null)[]) =>
    factors.find(({ of }) => of.every((name, i) => name === (wanted[i] ?? null)))?.factor;
  const [first = null, second = null] = values;
  return fits([first, second]) ?? fits([first, null]) ?? fits([null, second]) ?? fits([null, null]) ?? ONE;
}

/** Reads the section `weights`; null stands for a table that could not be read. */
export function readWeights(cursor: YamlCursor | null, markets: ReadonlySet<string>): Map<string, WeightTable | null> {
  const entries = cursor?.mapping("tables of factors by name").named() ?? [];
  return new Map(entries.map(([name, field]) => [name, readTable(field, { name, markets })]));
}

interface ReadingTable {
  readonly name: string;
  readonly markets: ReadonlySet<string>;
}

function readTable(cursor: YamlCursor, { name, markets }: ReadingTable): WeightTable | null {
  const fields = cursor.mapping("a table of factors").only(["by", "factors", "why"]);
  const by = readBy(fields.required("by"));
  const factors = fields.required("factors");
  const why = fields.optional("why")?.words() ?? null;
  if (by === null) return null;
  const read = readRows(factors, { by, of: [], markets });
  return { name, by, factors: read, why };
}

function readBy(cursor: YamlCursor): WeightTable["by"] | null {
  const elements = cursor.listOrOne("one or two of market, region, country and an attribute of facts");
  const names = readDistinct(elements, (element) => {
    const word = element.text("market, region, country, or an attribute of facts such as product");
    if (word === "track" || word === "tracks")
      element.refuse(
        "INVALID_VALUE",
        "a partner may be on several tracks, so that none of their factors is its own: give a term of its own to each track (`tracks: …`)",
      );
    return word;
  });
  if (names.length > 2) cursor.refuse("INVALID_VALUE", "a table has factors by one or two things, not by more");
  if (names.filter((name) => !OF_THE_PARTNER.has(name)).length > 1)
    cursor.refuse(
      "INVALID_VALUE",
      "a measure is grouped by one attribute, so that a table has factors by one attribute of facts at most",
    );
  const [first, second] = names;
  if (first === undefined || first === "") return null;
  return second === undefined ? [first] : [first, second];
}

interface ReadingRows {
  readonly by: WeightTable["by"];
  /** The values of the keys above. */
  readonly of: readonly (string | null)[];
  readonly markets: ReadonlySet<string>;
}

function readRows(cursor: YamlCursor, { by, of, markets }: ReadingRows): WeightFactor[] {
  const word = by[of.length] ?? "";
  const entries = cursor.mapping(`factors by ${word}`).entries;
  if (entries.length === 0) cursor.refuse("INVALID_VALUE", `expected factors by ${word}, found none`);
  return entries.flatMap(([key, field]) => {
    if (word === "market" && key !== OTHERWISE && !markets.has(key)) field.atKey().refuseName("market", key, markets);
    const here = [...of, key === OTHERWISE ? null : key];
    return here.length < by.length ? readRows(field, { by, of: here, markets }) : { of: here, factor: readOne(field) };
  });
}

function readOne(cursor: YamlCursor): Rational {
  const factor = readFactor(cursor, "a factor such as 150%, 1.5 or 15/7");
  if (compare(factor, ZERO) < 0) cursor.refuse("INVALID_VALUE", "a factor is not below zero");
  return factor;
}

/** The table that a term names, if it fits the counted measures; `total` where the term counts a score. */
export function readWeightOf(
  cursor: YamlCursor | null,
  weights: ReadonlyMap<string, WeightTable | null>,
  measures: readonly Measure[] | "total",
): WeightTable | null {
  if (cursor === null) return null;
  const table = weights.get(cursor.nameOf("table of weights", weights)) ?? null;
  const attribute = table && factAttributeOf(table);
  if (table === null || attribute === null) return table;
  const reasons =
    measures === "total"
      ? [`the total of a score is not grouped by ${attribute}, as \`${table.name}\` is: weigh the terms of that score`]
      : measures.flatMap((measure) => misfit(measure, attribute, table.name) ?? []);
  for (const reason of reasons) cursor.refuse("INVALID_VALUE", reason);
  return table;
}

/** Only a sum of groups can be weighted by group. */
function misfit(measure: Measure, attribute: string, table: string): string | null {
  if (measure.kind !== "sum" && measure.kind !== "count")
    return `\`${measure.name}\` is a ${measure.kind}: \`${table}\` has factors by ${attribute}, and takes a sum or a count, whose groups add up`;
  if (measure.capPerCustomer !== null)
    return `\`${measure.name}\` has a cap a customer, so that its groups do not add up: \`${table}\` cannot weigh them by ${attribute}`;
  return measure.by === attribute
    ? null
    : `\`${measure.name}\` is ${measure.by === null ? "one number" : `grouped by ${measure.by}`}: \`${table}\` has factors by ${attribute}, so that it has to say \`by: ${attribute}\``;
}

/** The notation of a table: what `readWeights` reads back. */
export function printWeights({ by, factors, why }: WeightTable): Plain {
  return withoutEmpty({ by: by.length === 1 ? by[0] : by, factors: printRows(factors), why });
}

/** A map keeps the order; an object would put a year first. */
function printRows(factors: readonly WeightFactor[]): Map<string, unknown> {
  const rows = new Map<string, WeightFactor[]>();
  for (const { of, factor } of factors) {
    const [first = null, ...rest] = of;
    const key = first ?? OTHERWISE;
    rows.set(key, [...(rows.get(key) ?? []), { of: rest, factor }]);
  }
  return new Map(
    [...rows].map(([key, below]) => {
      const [only] = below;
      return [key, only?.of.length === 0 ? printFactor(only.factor) : printRows(below)];
    }),
  );
}
