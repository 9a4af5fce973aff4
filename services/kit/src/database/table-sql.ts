import type { Column } from "./columns.js";
import { chosen, type Table } from "./table.js";

/** The names of some columns of a row. */
export type NameOf<R extends object> = keyof R & string;

/** `true`: no other transaction changes the row until this one ends. `"no key"`: rows that refer to it may still be added. */
export type Lock = boolean | "no key";
export type Order<R extends object> = readonly (NameOf<R> | `${NameOf<R>} desc`)[];

/** `partner_id = $1 and fund = $2`. */
export const whereEach = <R extends object>(table: Table<R>, by: readonly NameOf<R>[]): string =>
  namesOf(table, by)
    .map((name, i) => `${name} = $${i + 1}`)
    .join(" and ");

/** Whether a row is one of the keys that `$1` and on hold, a column each. */
export function inKeys<R extends object>(table: Table<R>, by: readonly NameOf<R>[]): string {
  const columns = by.map((name) => columnOf(table, name));
  const names = columns.map(({ name }) => name).join(", ");
  return columns.length === 1
    ? `${names} = any($1::${columns[0]?.type}[])`
    : `(${names}) in (select * from ${arrays(columns)})`;
}

/** `unnest($1::uuid[], $2::text[])`: many rows, a parameter each column. */
export const arrays = (columns: readonly { readonly type: string }[]): string =>
  `unnest(${columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(", ")})`;

export const locked = (lock: Lock): string =>
  lock === false ? "" : lock === true ? " for update" : " for no key update";

export function ordered<R extends object>(table: Table<R>, orderBy: Order<R> | undefined, prefix = ""): string {
  if (orderBy === undefined) return "";
  const terms = orderBy.map((term) => {
    const [name, ...direction] = term.split(" ") as [NameOf<R>, ...string[]]; // A name, and perhaps `desc`.
    return [`${prefix}${columnOf(table, name).name}`, ...direction].join(" ");
  });
  return ` order by ${terms.join(", ")}`;
}

export const namesOf = <R extends object>(table: Table<R>, names: readonly NameOf<R>[]): string[] =>
  names.map((name) => columnOf(table, name).name);

export function columnOf<R extends object>(table: Table<R>, name: NameOf<R>): Column<R> {
  const [column] = chosen(table, { only: [name] });
  if (column === undefined) throw new Error(`${table.name} has no column for \`${name}\``);
  return column;
}
