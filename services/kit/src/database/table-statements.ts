import type { Queryable } from "./database.js";
import { chosen, rowOf, select, type Table } from "./table.js";

/*
 * The statements that follow from a table's declaration: a store names them, and writes by hand only what says more.
 * `export const findCohort = findBy("cohort.find", cohortTable, ["cohortId"]);`
 */

/** The names of some columns of a row. */
type NameOf<R extends object> = keyof R & string;

/** The one row that holds these values, or null. With `lock`, no other transaction changes it until this one ends. */
export const findBy = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: readonly Name[],
  { lock = false }: { readonly lock?: boolean } = {},
): ((db: Queryable, key: Pick<R, Name>) => Promise<R | null>) => {
  const text = `select ${select(table)} from ${table.name} where ${whereEach(table, by)}${lock ? " for update" : ""}`;
  const row = rowOf(table);
  return (db, key) =>
    db.maybeOne(
      statement,
      row,
      text,
      by.map((name) => key[name]),
    );
};

/** The rows that hold the values of any of the keys, each once; without `orderBy` in no order. */
export const listByKeys = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: readonly Name[],
  { orderBy, lock = false }: { readonly orderBy?: readonly NameOf<R>[]; readonly lock?: boolean } = {},
): ((db: Queryable, keys: readonly Pick<R, Name>[]) => Promise<R[]>) => {
  const text = `select ${select(table)} from ${table.name} where ${inKeys(table, by)}${ordered(table, orderBy)}${lock ? " for update" : ""}`;
  const row = rowOf(table);
  return (db, keys) =>
    db.many(
      statement,
      row,
      text,
      by.map((name) => keys.map((key) => key[name])),
    );
};

/** Sets the columns `set` of the row that holds the values of `by`; a row that is not there stays away. */
export const updateBy = <R extends object, Key extends NameOf<R>, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  { by, set }: { readonly by: readonly Key[]; readonly set: readonly Name[] },
): ((db: Queryable, row: Pick<R, Key | Name>) => Promise<void>) => {
  const changes = namesOf(table, set).map((name, i) => `${name} = $${by.length + 1 + i}`);
  const text = `update ${table.name} set ${changes.join(", ")} where ${whereEach(table, by)}`;
  return (db, row) =>
    db.run(
      statement,
      text,
      [...by, ...set].map((name) => row[name]),
    );
};

/** `partner_id = $1 and fund = $2`. */
const whereEach = <R extends object>(table: Table<R>, by: readonly NameOf<R>[]): string =>
  namesOf(table, by)
    .map((name, i) => `${name} = $${i + 1}`)
    .join(" and ");

/** Whether a row is one of the keys that `$1` and on hold, a column each. */
function inKeys<R extends object>(table: Table<R>, by: readonly NameOf<R>[]): string {
  const columns = by.map((name) => columnOf(table, name));
  const arrays = columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(", ");
  const names = columns.map(({ name }) => name).join(", ");
  return columns.length === 1 ? `${names} = any(${arrays})` : `(${names}) in (select * from unnest(${arrays}))`;
}

const ordered = <R extends object>(table: Table<R>, orderBy: readonly NameOf<R>[] | undefined): string =>
  orderBy === undefined ? "" : ` order by ${namesOf(table, orderBy).join(", ")}`;

const namesOf = <R extends object>(table: Table<R>, names: readonly NameOf<R>[]): string[] =>
  names.map((name) => columnOf(table, name).name);

function columnOf<R extends object>(table: Table<R>, name: NameOf<R>) {
  const [column] = chosen(table, { only: [name] });
  if (column === undefined) throw new Error(`${table.name} has no column for \`${name}\``);
  return column;
}
