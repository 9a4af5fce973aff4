import { multiply, parseExact, toExactString } from "@tiergraph/program/exact";
import type { DayFormat } from "../format/day-format.js";
import type { NumberFormat } from "../format/number-format.js";
import type { FieldName } from "../kinds.js";
import { dayText, type FieldText, type NumberText, numberText } from "../line/field-text.js";
import type { LineProblem } from "../line/line-problem.js";
import type { Lookup } from "./load-lookup.js";
import type { Mapping, Source } from "./mapping.js";
import { wordLookup } from "./word-lookup.js";

/** One line, seen through the mapping. */
export interface MappedLine {
  /** Without space at its ends; empty where the field is not mapped or the cell is empty. */
  text(field: FieldName): string;
  /** As `YYYY-MM-DD`. */
  day(field: FieldName): FieldText;
  number(field: FieldName): NumberText;
  /** Several in one cell, each once. */
  names(field: FieldName): readonly string[];
  /** Those that are not empty. */
  attributes():
    | { readonly kind: "Attributes"; readonly attributes: readonly { readonly name: string; readonly value: string }[] }
    | { readonly kind: "Refused"; readonly problem: LineProblem };
}

/** How the days and numbers of each field are written. */
export interface FieldFormats {
  dayOf(field: FieldName): DayFormat;
  numberOf(field: FieldName): NumberFormat;
  /** Of attributes, which are text where nothing is said. */
  attributeOf(name: string): DayFormat | NumberFormat | null;
}

export interface MappedTable {
  readonly header: readonly string[];
  readonly lookups: ReadonlyMap<string, Lookup>;
}

/**
 * Prepares a mapping for one file, so that each line costs no search. A key that a lookup does not have leaves the
 * field empty.
 */
export function lineMapper(
  mapping: Mapping,
  table: MappedTable,
  formats: FieldFormats,
): (cells: readonly string[]) => MappedLine {
  const textsOf = textReader(mapping, table);
  const fields = new Map([...mapping.fields].map(([name, source]) => [name, { source, texts: textsOf(source) }]));
  const attributes = [...mapping.attributes].map(([name, source]) => ({ name, texts: textsOf(source) }));
  return (cells) => {
    const textOf = (field: FieldName): string => fields.get(field)?.texts(cells)[0] ?? "";
    return {
      text: textOf,
      day: (field) => {
        const text = textOf(field);
        return text === "" ? { kind: "Text", text: null } : dayText(field, text, formats.dayOf(field));
      },
      number: (field) => {
        const mapped = fields.get(field);
        if (mapped === undefined) return { kind: "Number", decimal: null, currency: null };
        return productOf(field, mapped.texts(cells), formats.numberOf(field), mapped.source.isAbsolute);
      },
      names: (field) => {
        const separator = fields.get(field)?.source.separator ?? "|";
        const named = textOf(field)
          .split(separator)
          .map((name) => name.trim());
        return [...new Set(named.filter((name) => name !== ""))];
      },
      attributes: () => {
        const given: { name: string; value: string }[] = [];
        for (const { name, texts } of attributes) {
          const text = texts(cells)[0] ?? "";
          if (text === "") continue;
          const format = formats.attributeOf(name);
          const reading = format === null ? text : format.read(text);
          if (reading === null)
            return { kind: "Refused", problem: attributeProblem(name, text, format?.notation ?? "") };
          given.push({ name, value: typeof reading === "string" ? reading : reading.decimal });
        }
        return { kind: "Attributes", attributes: given };
      },
    };
  };
}

const attributeProblem = (name: string, text: string, notation: string): LineProblem => ({
  code: "ATTRIBUTE_INVALID",
  field: `attributes.${name}`,
  message: `"${text.slice(0, 50)}" is not written as ${notation}.`,
});

function productOf(field: FieldName, texts: readonly string[], format: NumberFormat, isAbsolute: boolean): NumberText {
  // A share may say that it is a percentage; no other number is one.
  const numbers = texts.map((text) =>
    numberText(field, field === "creditShare" ? text.replace(/ ?%$/, "") : text, format),
  );
  const [first] = numbers;
  const refused = numbers.find((number) => number.kind === "Refused");
  if (refused !== undefined) return refused;
  const decimals = numbers.flatMap((number) => (number.kind === "Number" ? (number.decimal ?? []) : []));
  if (first?.kind !== "Number" || decimals.length < texts.length)
    return { kind: "Number", decimal: null, currency: null };
  const currencies = numbers.flatMap((number) => (number.kind === "Number" ? (number.currency ?? []) : []));
  const product = decimals.length === 1 ? first.decimal : decimalProduct(decimals);
  return {
    kind: "Number",
    decimal: isAbsolute ? (product?.replace(/^-/, "") ?? null) : product,
    currency: currencies[0] ?? null,
  };
}

const decimalProduct = (decimals: readonly string[]): string =>
  toExactString(
    decimals
      .map((decimal) => parseExact(decimal) ?? { num: 0n, den: 1n })
      .reduce((product, next) => multiply(product, next)),
  );

/** Reads the texts behind a source: one, or those of the factors of a product. */
export function textReader(
  { format }: Pick<Mapping, "format">,
  { header, lookups }: MappedTable,
): (source: Source) => (cells: readonly string[]) => readonly string[] {
  const empty = new Set(format.empty);
  const cellReader = (column: string) => {
    const index = header.indexOf(column);
    return (cells: readonly string[]): string => {
      const text = (cells[index] ?? "").trim();
      return empty.has(text) ? "" : text;
    };
  };
  return ({ from, values, otherwise }) => {
    const lookUp = wordLookup(values);
    const meaning = (text: string): string => lookUp(text) ?? (text === "" ? text : (otherwise ?? text));
    if (from.kind === "Constant") {
      const constant = [from.text];
      return () => constant;
    }
    if (from.kind === "Product") {
      const factors = from.columns.map(cellReader);
      return (cells) => factors.map((read) => read(cells));
    }
    if (from.kind === "Joined") {
      const parts = from.columns.map(cellReader);
      return (cells) => {
        const texts = parts.map((read) => read(cells));
        return [texts.includes("") ? "" : meaning(texts.join(from.by))];
      };
    }
    const cellOf = cellReader(from.column);
    if (from.kind === "Column") return (cells) => [meaning(cellOf(cells))];
    const lookup = lookups.get(from.lookup);
    return (cells) => [meaning(lookup?.get(cellOf(cells))?.get(from.take) ?? "")];
  };
}

/** Whether a line is of those that the mapping asks for. */
export function lineFilter(
  { filters }: Pick<Mapping, "filters">,
  { header }: Pick<MappedTable, "header">,
): (cells: readonly string[]) => boolean {
  const tests = filters.map(({ column, words, takes }) => ({
    index: header.indexOf(column),
    isNamed: wordLookup([...words].map((word) => [word, true] as const)),
    takes,
  }));
  return (cells) =>
    tests.every(({ index, isNamed, takes }) => (isNamed((cells[index] ?? "").trim()) !== null) === takes);
}
