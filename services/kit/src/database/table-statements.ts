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
  options: Listed<R> = {},
): ((db: Queryable, keys: readonly Pick<R, Name>[]) => Promise<R[]>) => {
  const list = listing(statement, table, by, options);
  return (db, keys) =>
    list(
      db,
      by.map((name) => keys.map((key) => key[name])),
    );
};

/** The rows of which one column holds any of the values; without `orderBy` in no order. */
export const listBy = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: Name,
  options: Listed<R> = {},
): ((db: Queryable, values: readonly R[Name][]) => Promise<R[]>) => {
  const list = listing(statement, table, [by], options);
  return (db, values) => list(db, [values]);
};

interface Listed<R extends object> {
  readonly orderBy?: readonly NameOf<R>[];
  readonly lock?: boolean;
}

function listing<R extends object>(
  statement: string,
  table: Table<R>,
  by: readonly NameOf<R>[],
  { orderBy, lock = false }: Listed<R>,
) {
  const text = `select ${select(table)} from ${table.name} where ${inKeys(table, by)}${ordered(table, orderBy)}${lock ? " for update" : ""}`;
  const row = rowOf(table);
  return (db: Queryable, columns: unknown[]): Promise<R[]> => db.many(statement, row, text, columns);
}

/**
 * A page of rows in the order of the column `by`, which no two of those asked for share: after the value at which the
 * last page ended, from the first (or, with `newestFirst`, the last) where it is null.
 *
 * @param where what else holds of the rows, in SQL
 */
export const pageBy = <R extends object, By extends NameOf<R>, Of extends NameOf<R> = never>(
  statement: string,
  table: Table<R>,
  {
    by,
    of = [],
    where = "true",
    newestFirst = false,
  }: { readonly by: By; readonly of?: readonly Of[]; readonly where?: string; readonly newestFirst?: boolean },
): ((db: Queryable, page: Pick<R, Of> & PageAfter<R[By]>) => Promise<R[]>) => {
  const { name, type } = columnOf(table, by);
  const after = `$${of.length + 1}`;
  const conditions = [
    ...namesOf(table, of).map((column, i) => `${column} = $${i + 1}`),
    where,
    `(${after}::${type} is null or ${name} ${newestFirst ? "<" : ">"} ${after})`,
  ];
  const text = `select ${select(table)} from ${table.name} where ${conditions.join(" and ")} order by ${name}${newestFirst ? " desc" : ""} limit $${of.length + 2}`;
  const row = rowOf(table);
  return (db, page) => db.many(statement, row, text, [...of.map((column) => page[column]), page.after, page.limit]);
};

export interface PageAfter<Value> {
  readonly after: Value | null;
  readonly limit: number;
}

/** Adds a row, or changes the one that has its key to what is given. */
export const putBy = <R extends object>(
  statement: string,
  table: Table<R>,
): ((db: Queryable, row: R) => Promise<void>) => {
  const { columns } = table;
  const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name).join(", ");
  const changes = columns.filter(({ isPrimary }) => !isPrimary).map(({ name }) => `${name} = excluded.${name}`);
  const text = `insert into ${table.name} (${names(columns)}) values (${columns.map((_, i) => `$${i + 1}`).join(", ")})
    on conflict (${names(columns.filter(({ isPrimary }) => isPrimary))}) do update set ${changes.join(", ")}`;
  return (db, row) =>
    db.run(
      statement,
      text,
      columns.map(({ property }) => row[property]),
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

/**
 * Adds rows, all in one statement; for a table without columns that hold arrays.
 *
 * @param onConflict what becomes of those that are there already, in SQL: `(partner_id) do nothing`
 */
export const addAll = <R extends object>(
  statement: string,
  table: Table<R>,
  { onConflict }: { readonly onConflict?: string } = {},
): ((db: Queryable, rows: readonly R[]) => Promise<void>) => {
  const { columns } = table;
  const names = columns.map(({ name }) => name).join(", ");
  const text = `insert into ${table.name} (${names}) select * from ${arrays(columns)}${onConflict === undefined ? "" : ` on conflict ${onConflict}`}`;
  return (db, rows) =>
    db.run(
      statement,
      text,
      columns.map(({ property }) => rows.map((row) => row[property])),
    );
};

/** Sets the columns `set` of the rows that hold the values of `by`, of each row to its own; none of them an array. */
export const updateAllBy = <R extends object, Key extends NameOf<R>, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  { by, set }: { readonly by: readonly Key[]; readonly set: readonly Name[] },
): ((db: Queryable, rows: readonly Pick<R, Key | Name>[]) => Promise<void>) => {
  const columns = [...by, ...set].map((name) => columnOf(table, name));
  const changes = namesOf(table, set).map((name) => `${name} = given.${name}`);
  const same = namesOf(table, by).map((name) => `kept.${name} = given.${name}`);
  const text = `update ${table.name} as kept set ${changes.join(", ")}
    from ${arrays(columns)} as given (${columns.map(({ name }) => name).join(", ")}) where ${same.join(" and ")}`;
  return (db, rows) =>
    db.run(
      statement,
      text,
      [...by, ...set].map((name) => rows.map((row) => row[name])),
    );
};

/** `unnest($1::uuid[], $2::text[])`: many rows, a parameter each column. */
const arrays = (columns: readonly { readonly type: string }[]): string =>
  `unnest(${columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(", ")})`;

/** `partner_id = $1 and fund = $2`. */
const whereEach = <R extends object>(table: Table<R>, by: readonly NameOf<R>[]): string =>
  namesOf(table, by)
    .map((name, i) => `${name} = $${i + 1}`)
    .join(" and ");

/** Whether a row is one of the keys that `$1` and on hold, a column each. */
function inKeys<R extends object>(table: Table<R>, by: readonly NameOf<R>[]): string {
  const columns = by.map((name) => columnOf(table, name));
  const names = columns.map(({ name }) => name).join(", ");
  return columns.length === 1
    ? `${names} = any($1::${columns[0]?.type}[])`
    : `(${names}) in (select * from ${arrays(columns)})`;
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
