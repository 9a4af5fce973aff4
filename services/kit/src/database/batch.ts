import { ABSENT, BETWEEN, columnOf, columnText as uncheckedColumnText } from "./column-text.js";
import { chosen, type Selected, type Table } from "./table.js";

/**
 * Many rows of one table in one statement, each column as one text parameter. The driver's own array parameters escape
 * each element by itself, which at 2,000 rows of a kilobyte costs more than the insertion (a third of it in garbage
 * collection); a JSON document of the rows is read slower than columns are.
 */
export interface Batch<R extends object> {
  /** The columns' names, for an insertion: `partner_id, tier, since`. */
  readonly columns: string;
  /** `tier = excluded.tier, since = excluded.since`: all but the key, for an insertion that changes what is there. */
  readonly updates: string;
  /** SQL for the rows, to stand after `from` or as the source of an insertion: `(select …)`. Reads `$first` and on. */
  rows(first?: number): string;
  values(rows: readonly R[]): string[];
}

export function batchOf<R extends object>(table: Table<R>): Batch<R>;
export function batchOf<R extends object, Name extends keyof R & string>(
  table: Table<R>,
  options: { readonly only: readonly Name[] },
): Batch<Pick<R, Name>>;
export function batchOf<R extends object, Name extends keyof R & string>(
  table: Table<R>,
  options: { readonly without: readonly Name[] },
): Batch<Omit<R, Name>>;
export function batchOf<R extends object>(table: Table<R>, options: Selected<R> = {}): Batch<R> {
  const columns = chosen(table, options);
  const names = columns.map(({ name }) => name).join(", ");
  return {
    columns: names,
    updates: columns
      .filter(({ isPrimary }) => !isPrimary)
      .map(({ name }) => `${name} = excluded.${name}`)
      .join(", "),
    rows(first = 1) {
      const read = columns.map(({ type }, i) => columnSql(first + i, isPlain(type) ? type : "text", first));
      const cast = columns.map(({ name, type }) => (isPlain(type) ? name : `${name}::${type}`));
      return `(select ${cast.join(", ")} from unnest(${read.join(", ")}) as sent (${names}))`;
    },
    values: (rows) => columns.map(({ property, type }) => columnText(rows.map((row) => textOf(row[property], type)))),
  };
}

/**
 * Values of one column as one text: read back in SQL by `columnSql`.
 *
 * @throws where a value holds the control characters that part values and stand for none, which no JSON and no line does
 */
export function columnText(values: readonly (string | null)[]): string {
  if (values.some((value) => value !== null && (value === ABSENT || value.includes(BETWEEN))))
    throw new Error("A value of a batch holds a control character that parts values");
  return uncheckedColumnText(values);
}

/**
 * SQL for the array of a column. An empty text of a single row is a row too: whether there is any says the first column,
 * which is part of a key and never empty.
 */
export function columnSql(parameter: number, type: string, first = parameter): string {
  const read = columnOf(parameter, type);
  return type === "text" && parameter !== first
    ? `case when $${parameter}::text = '' and $${first}::text <> '' then array[''] else ${read} end`
    : read;
}

/** Types of which PostgreSQL has arrays that `string_to_array` can be cast to. */
const isPlain = (type: string): boolean => !type.endsWith("[]") && !type.startsWith("json");

function textOf(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && type.endsWith("[]")) return arrayText(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** An array as PostgreSQL writes one: `{"a","b"}`. */
const arrayText = (values: readonly unknown[]): string =>
  `{${values.map((value) => (value === null ? "null" : `"${String(value).replace(/["\\]/g, "\\$&")}"`)).join(",")}}`;
