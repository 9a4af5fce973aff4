import type { Lookup } from "./load-lookup.js";
import type { FieldName, Mapping, Source } from "./mapping.js";

/** One line, seen through the mapping. */
export interface MappedLine {
  /** Without space at its ends; empty where the field is not mapped or the cell is empty. */
  text(field: FieldName): string;
  /** Those that are not empty. */
  attributes(): { readonly name: string; readonly value: string }[];
}

/**
 * Prepares a mapping for one file, so that each line costs no search. A key that a lookup does not have leaves the
 * field empty.
 */
export function lineMapper(
  mapping: Mapping,
  { header, lookups }: { header: readonly string[]; lookups: ReadonlyMap<string, Lookup> },
): (cells: readonly string[]) => MappedLine {
  const readerOf = readerFor(header, lookups);
  const fields = new Map([...mapping.fields].map(([name, source]) => [name, readerOf(source)]));
  const attributes = [...mapping.attributes].map(([name, source]) => ({ name, read: readerOf(source) }));
  return (cells) => ({
    text: (field) => fields.get(field)?.(cells) ?? "",
    attributes: () =>
      attributes.flatMap(({ name, read }) => {
        const value = read(cells);
        return value === "" ? [] : [{ name, value }];
      }),
  });
}

const readerFor =
  (header: readonly string[], lookups: ReadonlyMap<string, Lookup>) =>
  ({ from, values }: Source): ((cells: readonly string[]) => string) => {
    const meaning = (text: string): string => values.get(text) ?? text;
    if (from.kind === "Constant") return () => meaning(from.text);
    const index = header.indexOf(from.column);
    const cellOf = (cells: readonly string[]): string => (cells[index] ?? "").trim();
    if (from.kind === "Column") return (cells) => meaning(cellOf(cells));
    const lookup = lookups.get(from.lookup);
    return (cells) => meaning(lookup?.get(cellOf(cells))?.get(from.take) ?? "");
  };
