import type { Queryable } from "./database.js";
import { partOf, rowOf, select, type Table } from "./table.js";
import { arrays, columnOf, inKeys, type NameOf, namesOf, whereEach } from "./table-sql.js";

/*
 * The writes that follow from a table's declaration, for a few rows: a store names them, as it does its reads. An action
 * that adds one row calls `tx.create`; thousands of rows go by `batchOf`, which is faster and refuses control characters.
 */

interface Added {
  /** What becomes of those that are there, in SQL: `(partner_id) do nothing`. */
  readonly onConflict?: string;
}

/** Adds rows. */
export const addAll = <R extends object>(
  statement: string,
  table: Table<R>,
  { onConflict }: Added = {},
): ((db: Queryable, rows: readonly R[]) => Promise<void>) => {
  const { names, rows: sent, values } = records(table);
  const text = `insert into ${table.name} (${names}) select ${names} from ${sent}${onConflict === undefined ? "" : ` on conflict ${onConflict}`}`;
  return (db, rows) => db.run(statement, text, values(rows));
};

/** Adds the rows that are not there, in the order of their key, so that two never wait for each other. */
export const addMissing = <R extends object>(
  statement: string,
  table: Table<R>,
): ((db: Queryable, rows: readonly R[]) => Promise<void>) => {
  const { names, rows: sent, values } = records(table);
  const text = `insert into ${table.name} (${names}) select ${names} from ${sent}
    order by ${keyOf(table).join(", ")} on conflict do nothing`;
  return (db, rows) => db.run(statement, text, values(rows));
};

/** Adds rows, or sets what is not of the key in those that are there; `on` where they are known by other columns than the key. */
export const putAll = <R extends object>(
  statement: string,
  table: Table<R>,
  { on }: { readonly on?: readonly NameOf<R>[] } = {},
): ((db: Queryable, rows: readonly R[]) => Promise<void>) => {
  const { names, rows: sent, values } = records(table);
  const known = on === undefined ? keyOf(table) : namesOf(table, on);
  const changes = table.columns.filter(({ name, isPrimary }) => !isPrimary && !known.includes(name));
  const text = `insert into ${table.name} (${names}) select ${names} from ${sent}
    on conflict (${known.join(", ")}) do update set ${changes.map(({ name }) => `${name} = excluded.${name}`).join(", ")}`;
  return (db, rows) => db.run(statement, text, values(rows));
};

/** The same of one row. */
export const putOne = <R extends object>(
  statement: string,
  table: Table<R>,
): ((db: Queryable, row: R) => Promise<void>) => {
  const put = putAll(statement, table);
  return (db, row) => put(db, [row]);
};

/** Adds a row with the next number among those that have the same `of`, from 1; returns the number. */
export const addNext = <
  R extends { readonly [N in Numbered]: number },
  Of extends NameOf<R>,
  Numbered extends NameOf<R>,
>(
  statement: string,
  table: Table<R>,
  { of, number }: { readonly of: Of; readonly number: Numbered },
): ((db: Queryable, row: Omit<R, Numbered>) => Promise<number>) => {
  const { names, rows: sent, values } = records(partOf(table, { without: [number] }));
  const [group, numbered] = [columnOf(table, of).name, columnOf(table, number).name];
  const text = `insert into ${table.name} (${names}, ${numbered})
    select ${names}, (select coalesce(max(${numbered}), 0) + 1 from ${table.name} where ${group} = sent.${group})
    from ${sent} returning ${select(table, { only: [number] })}`;
  const shape = rowOf(table, { only: [number] });
  return async (db, row) => (await db.one(statement, shape, text, values([row])))[number];
};

/** Sets the columns `set` of the row that holds the values of `by`; a row that is not there stays away. */
export const updateBy = <R extends object, Key extends NameOf<R>, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  { by, set }: { readonly by: readonly Key[]; readonly set: readonly Name[] },
): ((db: Queryable, row: Pick<R, Key | Name>) => Promise<void>) => {
  const changes = namesOf(table, set).map((name, i) => `${name} = $${by.length + 1 + i}`);
  const text = `update ${table.name} set ${changes.join(", ")} where ${whereEach(table, by)}`;
  const columns = [...by, ...set].map((name) => columnOf(table, name));
  return (db, row) =>
    db.run(
      statement,
      text,
      columns.map(({ property, type }) => parameter(type, row[property as Key | Name])), // The columns are of these names.
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

/** Removes the rows that hold the values of any of the keys. */
export const removeByKeys = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: readonly Name[],
): ((db: Queryable, keys: readonly Pick<R, Name>[]) => Promise<void>) => {
  const text = `delete from ${table.name} where ${inKeys(table, by)}`;
  return (db, keys) =>
    db.run(
      statement,
      text,
      by.map((name) => keys.map((key) => key[name])),
    );
};

/** Rows as one JSON document, which `$1` holds: there is nothing that their texts may not have. */
function records<R extends object>({ columns }: Table<R>) {
  return {
    names: columns.map(({ name }) => name).join(", "),
    rows: `jsonb_to_recordset($1::jsonb) as sent (${columns.map(({ name, type }) => `${name} ${type}`).join(", ")})`,
    values: (rows: readonly R[]): string[] => [
      JSON.stringify(
        rows.map((row) => Object.fromEntries(columns.map(({ name, property }) => [name, row[property]]))),
        (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value),
      ),
    ],
  };
}

const keyOf = <R extends object>({ columns }: Table<R>): string[] =>
  columns.filter(({ isPrimary }) => isPrimary).map(({ name }) => name);

/** The driver takes an array for one of PostgreSQL's, also where the column holds JSON. */
const parameter = (type: string, value: unknown): unknown =>
  type === "jsonb" && Array.isArray(value) ? JSON.stringify(value) : value;
