import { openTable } from "../table/open-table.js";

/** From the text of the column `match` to what is taken, by its column. */
export type Lookup = ReadonlyMap<string, ReadonlyMap<string, string>>;

export type LookupLoading =
  | { readonly kind: "LookupLoaded"; readonly lookup: Lookup }
  | { readonly kind: "LookupRefused"; readonly message: string };

/** Lookups are held in memory. */
export const MAX_LOOKUP_BYTES = 64 * 1024 * 1024;

/**
 * Loads a lookup file. Refused: one that cannot be read, lacks a column, has a line that cannot be read, or gives two
 * answers for one key.
 */
export async function loadLookup(
  file: string,
  { match, takes }: { match: string; takes: readonly string[] },
): Promise<LookupLoading> {
  const opening = await openTable(file);
  if (opening.kind === "TableRefused") return refused(opening.message);
  const { header, lines, totalBytes } = opening.table;
  if (totalBytes > MAX_LOOKUP_BYTES) return refused(`${file} is larger than ${MAX_LOOKUP_BYTES} bytes.`);
  const missing = [match, ...takes].filter((column) => !header.includes(column));
  if (missing.length > 0)
    return refused(`${file} has no column ${missing.join(", ")}. Its columns are ${header.join(", ")}.`);
  const lookup = new Map<string, ReadonlyMap<string, string>>();
  for await (const { line, cells, problem } of lines()) {
    if (problem !== null) return refused(`${file}, line ${line}: ${problem.message}`);
    const key = textIn(header, cells, match);
    const taken = new Map(takes.map((column) => [column, textIn(header, cells, column)]));
    const known = lookup.get(key);
    if (known !== undefined && takes.some((column) => known.get(column) !== taken.get(column)))
      return refused(`${file}, line ${line}: ${match} ${key} stood before with another ${takes.join(", ")}.`);
    lookup.set(key, taken);
  }
  return { kind: "LookupLoaded", lookup };
}

const refused = (message: string): LookupLoading => ({ kind: "LookupRefused", message });

const textIn = (header: readonly string[], cells: readonly string[], column: string): string =>
  (cells[header.indexOf(column)] ?? "").trim();
