import { stringify } from "csv-stringify/sync";

export type Row = Readonly<Record<string, unknown>>;

/** The rows to which a path leads: a list on the way stands for all that it holds. */
export function rowsAt(data: unknown, path: readonly string[]): Row[] {
  let found: unknown[] = [data];
  for (const name of path) found = found.flatMap((one) => (isObject(one) ? itemsOf(one[name]) : []));
  return found.map((item) => (isObject(item) ? item : { [path.at(-1) ?? "value"]: item }));
}

const itemsOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
};

/** A page of a connection says whether there is another. */
export function pageAt(
  data: unknown,
  connection: readonly string[],
): { hasNextPage: boolean; endCursor: string | null } {
  const [found] = rowsAt(data, [...connection, "exportPage"]);
  const { hasNextPage = false, endCursor = null } = found ?? {};
  return { hasNextPage: hasNextPage === true, endCursor: typeof endCursor === "string" ? endCursor : null };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

export const csvHeader = (columns: readonly string[]): string => stringify([[...columns].map(neutralised)]);

/** One line a row. Spreadsheets run a cell that begins like a formula: such a one begins with an apostrophe. */
export const csvRows = (rows: readonly Row[], columns: readonly string[]): string =>
  rows.length === 0 ? "" : stringify(rows.map((row) => columns.map((column) => cellOf(row, column))));

export const jsonLines = (rows: readonly Row[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

function cellOf(row: Row, column: string): string {
  const value = valueAt(row, column);
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return neutralised(JSON.stringify(value));
  return typeof value === "string" ? neutralised(value) : String(value);
}

function valueAt(row: Row, column: string): unknown {
  let found: unknown = row;
  for (const name of column.split(".")) {
    if (!isObject(found)) return null;
    found = found[name];
  }
  return found;
}

/** A number may begin with its minus. */
function neutralised(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
