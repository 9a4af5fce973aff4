import type { Queryable } from "./database.js";
import { rowOf, select, type Table } from "./table.js";
import {
  arrays,
  columnOf,
  inKeys,
  type Lock,
  locked,
  type NameOf,
  type Order,
  ordered,
  whereEach,
} from "./table-sql.js";

/*
 * The reads that follow from a table's declaration: a store names them, and writes by hand only what says more.
 * `export const findCohort = findBy("cohort.find", cohortTable, ["cohortId"]);`
 */

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

/** Without `orderBy` in no order. */
interface Listed<R extends object> {
  readonly orderBy?: Order<R>;
  readonly lock?: Lock;
}

/** All rows that hold these values. */
export const listBy = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: readonly Name[],
  options: Listed<R> = {},
): ((db: Queryable, key: Pick<R, Name>) => Promise<R[]>) => {
  const list = listWhere(statement, table, whereEach(table, by), options);
  return (db, key) =>
    list(
      db,
      by.map((name) => key[name]),
    );
};

/** The rows that hold the values of any of the keys, each once. */
export const listByKeys = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: readonly Name[],
  options: Listed<R> = {},
): ((db: Queryable, keys: readonly Pick<R, Name>[]) => Promise<R[]>) => {
  const list = listWhere(statement, table, inKeys(table, by), options);
  return (db, keys) =>
    list(
      db,
      by.map((name) => keys.map((key) => key[name])),
    );
};

/** The rows that hold one of the values in a column. */
export const listByIds = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: Name,
  options: Listed<R> = {},
): ((db: Queryable, ids: readonly R[Name][]) => Promise<R[]>) => {
  const list = listWhere(statement, table, inKeys(table, [by]), options);
  return (db, ids) => list(db, [ids]);
};

function listWhere<R extends object>(
  statement: string,
  table: Table<R>,
  condition: string,
  { orderBy, lock = false }: Listed<R>,
) {
  const text = `select ${select(table)} from ${table.name} where ${condition}${ordered(table, orderBy)}${locked(lock)}`;
  const row = rowOf(table);
  return (db: Queryable, values: unknown[]): Promise<R[]> => db.many(statement, row, text, values);
}

/** Of the rows that hold the values of each key the first ones in an order, at most `limit` a key; each key read by itself. */
export const listOfEach = <R extends object, Name extends NameOf<R>>(
  statement: string,
  table: Table<R>,
  by: readonly Name[],
  { orderBy }: { readonly orderBy: Order<R> },
): ((db: Queryable, keys: readonly Pick<R, Name>[], limit: number) => Promise<R[]>) => {
  const columns = by.map((name) => columnOf(table, name));
  const text = `select found.* from ${arrays(columns)} as asked (${columns.map(({ name }) => name).join(", ")})
    cross join lateral (
      select ${select(table, { alias: "kept" })} from ${table.name} as kept
      where ${columns.map(({ name }) => `kept.${name} = asked.${name}`).join(" and ")}
      ${ordered(table, orderBy, "kept.")} limit $${by.length + 1}
    ) as found`;
  const row = rowOf(table);
  return (db, keys, limit) => db.many(statement, row, text, [...by.map((name) => keys.map((key) => key[name])), limit]);
};
