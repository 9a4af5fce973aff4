import type { Queryable } from "./database.js";
import { chosen, partOf, rowOf, select, type Table } from "./table.js";

/*
 * The statements that follow from a table's declaration: a store names them, and writes by hand only what says more.
 * `export const findCohort = findBy("cohort.find", cohortTable, ["cohortId"]);`
 */

/** The names of some columns of a row. */
type NameOf<R extends object> = keyof R & string;

/** `true`: no other transaction changes the row until this one ends. `"no key"`: rows that refer to it may still be added. */
type Lock = boolean | "no key";
type Order<R extends object> = readonly (NameOf<R> | `${NameOf<R>} desc`)[];

/** The one row that holds these values, or null. */
export const findBy = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: readonly Name[],
  { lock = false }: { readonly lock?: Lock } = {},
): ((db: Queryable, key: Pick<R, Name>) => Promise<R | null>) => {
  const text = `select ${select(table)} from ${table.name} where ${whereEach(table, by)}${locked(lock)}`;
  const row = rowOf(table);
  return (db, key) =>
    db.maybeOne(
      statement,
      row,
      text,
      by.map((name) => key[name]),
    );
};

/** All rows that hold these values; without `orderBy` in no order. */
export const listBy = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: readonly Name[],
  { orderBy, lock = false }: { readonly orderBy?: Order<R>; readonly lock?: Lock } = {},
): ((db: Queryable, key: Pick<R, Name>) => Promise<R[]>) => {
  const text = `select ${select(table)} from ${table.name} where ${whereEach(table, by)}${ordered(table, orderBy)}${locked(lock)}`;
  const row = rowOf(table);
  return (db, key) =>
    db.many(
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
  { orderBy, lock = false }: { readonly orderBy?: Order<R>; readonly lock?: Lock } = {},
): ((db: Queryable, keys: readonly Pick<R, Name>[]) => Promise<R[]>) => {
  const text = `select ${select(table)} from ${table.name} where ${inKeys(table, by)}${ordered(table, orderBy)}${locked(lock)}`;
  const row = rowOf(table);
  return (db, keys) =>
    db.many(
      statement,
      row,
      text,
      by.map((name) => keys.map((key) => key[name])),
    );
};

/** The rows that hold one of the values in a column; without `orderBy` in no order. */
export const listByIds = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: Name,
  options: { readonly orderBy?: Order<R>; readonly lock?: Lock } = {},
): ((db: Queryable, ids: readonly R[Name][]) => Promise<R[]>) => {
  const list = listByKeys(statement, table, [by], options);
  return (db, ids) =>
    list(
      db,
      ids.map((id) => ({ [by]: id }) as Pick<R, Name>), // The one name that is asked for.
    );
};

/** Of the rows that hold the values of each key the first ones in an order, at most `limit` a key; each key read by itself. */
export const listOfEach = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: readonly Name[],
  { orderBy }: { readonly orderBy: Order<R> },
): ((db: Queryable, keys: readonly Pick<R, Name>[], limit: number) => Promise<R[]>) => {
  const columns = by.map((name) => columnOf(table, name));
  const text = `select found.* from unnest(${columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(", ")})
      as asked (${columns.map(({ name }) => name).join(", ")})
    cross join lateral (
      select ${select(table, { alias: "kept" })} from ${table.name} as kept
      where ${columns.map(({ name }) => `kept.${name} = asked.${name}`).join(" and ")}
      ${ordered(table, orderBy, "kept.")} limit $${by.length + 1}
    ) as found`;
  const row = rowOf(table);
  return (db, keys, limit) => db.many(statement, row, text, [...by.map((name) => keys.map((key) => key[name])), limit]);
};

/** Adds rows. */
export const addAll = <R extends object>(
  statement: string,
  table: Table<R>,
): ((db: Queryable, rows: readonly R[]) => Promise<void>) => {
  const { names, rows: sent, values } = records(table);
  const text = `insert into ${table.name} (${names}) select ${names} from ${sent}`;
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

/** Adds a row with the next number among those that have the same `of`, from 1; answers with the number. */
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

/**
 * A few rows as one JSON document, which `$1` holds: there is nothing that their texts may not have. For thousands there
 * is `batchOf`, which is faster and refuses control characters.
 */
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

/** The driver takes an array for one of PostgreSQL's, also where the column holds JSON. */
const parameter = (type: string, value: unknown): unknown =>
  type === "jsonb" && Array.isArray(value) ? JSON.stringify(value) : value;

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

const locked = (lock: Lock): string => (lock === false ? "" : lock === true ? " for update" : " for no key update");

function ordered<R extends object>(table: Table<R>, orderBy: Order<R> | undefined, prefix = ""): string {
  if (orderBy === undefined) return "";
  const terms = orderBy.map((term) => {
    const [name, ...direction] = term.split(" ") as [NameOf<R>, ...string[]]; // A name, and perhaps `desc`.
    return [`${prefix}${columnOf(table, name).name}`, ...direction].join(" ");
  });
  return ` order by ${terms.join(", ")}`;
}

const namesOf = <R extends object>(table: Table<R>, names: readonly NameOf<R>[]): string[] =>
  names.map((name) => columnOf(table, name).name);

function columnOf<R extends object>(table: Table<R>, name: NameOf<R>) {
  const [column] = chosen(table, { only: [name] });
  if (column === undefined) throw new Error(`${table.name} has no column for \`${name}\``);
  return column;
}
