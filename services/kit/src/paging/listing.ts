import { z } from "zod";
import type { Queryable } from "../database/database.js";
import { both, type Shape } from "../database/shape.js";
import { rowOf, select, type Table } from "../database/table.js";
import { columnOf, type NameOf, type Order } from "../database/table-sql.js";
import { loaderOfMany } from "../subgraph/loaders.js";
import type { ListedRows, Place } from "./page.js";

/** A list that the graph shows a page at a time, one for each query. */
export interface Listing<Query, Row> {
  of(db: Queryable, query: Query): ListedRows<Row>;
}

/** A list of each owner, such as the people of each partner. */
export interface ListingOfEach<Query, Row> extends Listing<Query, Row> {
  /** For one request: the first pages, and those read forwards, of all owners asked for in one turn are one statement. */
  ofEach(db: Queryable): (query: Query) => ListedRows<Row>;
}

interface ListedFrom<Row> {
  readonly shape: Shape<Row>;
  /** What is read of a row, in SQL. */
  readonly select: string;
  readonly from: string;
  /** Which rows the list has: all conditions hold. */
  readonly where: readonly string[];
  /** No two rows of a list share all of these. */
  readonly orderBy: readonly OrderedBy<Row>[];
}

export interface ListingOptions<Query, Row> extends ListedFrom<Row> {
  /** Parameters of `from` and `where`, from `$1` on; as many for each query. */
  readonly values: (query: Query) => unknown[];
}

/** One column that a list is ordered by. None is ever null. */
export interface OrderedBy<Row> {
  /** In SQL. */
  readonly column: string;
  readonly type: string;
  readonly isDescending: boolean;
  readonly valueIn: (row: Row) => unknown;
}

/** `by(factTable, ["occurredOn desc", "factId desc"])`: columns of a table that the rows of a list have, too. */
export const by = <R extends object>(table: Table<R>, order: Order<R>, alias = ""): OrderedBy<R>[] =>
  order.map((term) => {
    const [property, direction] = term.split(" ") as [NameOf<R>, string?]; // A name, and perhaps `desc`.
    const { name, type } = columnOf(table, property);
    const column = alias === "" ? name : `${alias}.${name}`;
    return { column, type, isDescending: direction === "desc", valueIn: (row) => row[property] };
  });

/** Of a statement, in characters: PostgreSQL reads 63, and variants append up to ten, see `statementVariant`. */
const MAX_NAME = 53;

/**
 * A list that is read forwards, read backwards and counted, a statement each, by one declaration of what it holds and how
 * it is ordered.
 *
 * @param name of the statement that reads forwards; the others are `<name>.backwards` and `<name>.count`
 */
export function listing<Query, Row>(name: string, options: ListingOptions<Query, Row>): Listing<Query, Row> {
  const { shape, values, orderBy } = options;
  if (`${name}.backwards`.length > MAX_NAME) throw new Error(`A list needs a shorter name: ${name}`);
  let made: Texts | null = null;
  const texts = (parameters: number): Texts => {
    made ??= textsOf(options, parameters);
    return made;
  };
  return {
    of: (db, query) => ({
      read: ({ position, limit, isBackward }) => {
        const own = values(query);
        const { forwards, backwards } = texts(own.length);
        const at = orderBy.map((_, i) => position?.[i] ?? null);
        return isBackward
          ? db.many(`${name}.backwards`, shape, backwards, [...own, ...at, limit])
          : db.many(name, shape, forwards, [...own, ...at, limit]);
      },
      count: async (most) => {
        const own = values(query);
        const { counted } = await db.one(`${name}.count`, countShape, texts(own.length).count, [...own, most]);
        return counted;
      },
      positionOf: (row) => orderBy.map(({ valueIn }) => textOf(valueIn(row))),
    }),
  };
}

interface TableListing<R extends object, Of extends NameOf<R>> {
  /** The columns whose values make the query. */
  readonly of?: readonly Of[];
  /** What else holds of the rows, in SQL. */
  readonly where?: readonly string[];
  readonly orderBy: Order<R>;
}

/** The list of a table's rows that hold some values. */
export const tableListing = <R extends object, Of extends NameOf<R> = never>(
  name: string,
  table: Table<R>,
  { of = [], where = [], orderBy }: TableListing<R, Of>,
): Listing<Pick<R, Of>, R> =>
  listing(name, {
    shape: rowOf(table),
    select: select(table),
    from: table.name,
    where: [...of.map((property, i) => `${columnOf(table, property).name} = $${i + 1}`), ...where],
    values: (query) => of.map((property) => query[property]),
    orderBy: by(table, orderBy),
  });

/**
 * The list of each owner among rows of a table.
 *
 * @param table whose columns `of` name the owner
 * @param name of the statement that reads pages of many; those of one are `<name>-of-one` with what `listing` appends
 */
export function listingOfEach<R extends object, Of extends NameOf<R>, Row extends object>(
  name: string,
  table: Table<R>,
  { of, ...listed }: ListedFrom<Row> & { readonly of: readonly Of[] },
): ListingOfEach<Pick<R, Of>, Row> {
  const columns = of.map((property) => columnOf(table, property));
  const ofOne = listing(`${name}-of-one`, {
    ...listed,
    where: [...columns.map((column, i) => `${table.name}.${column.name} = $${i + 1}`), ...listed.where],
    values: (query: Pick<R, Of>) => of.map((property) => query[property]),
  });
  const { orderBy, shape } = listed;
  const types = [...columns.map(({ type }) => type), ...orderBy.map(({ type }) => type), "integer"];
  const owners = columns.map((_, i) => `owner_${i + 1}`);
  const places = orderBy.map((_, i) => `place_${i + 1}`);
  const isOwned = columns.map((column, i) => `${table.name}.${column.name} = asked.owner_${i + 1}`);
  const isPast = isPastPlace(
    orderBy,
    places.map((place) => `asked.${place}`),
  );
  const text = `select (asked.page - 1)::integer as page, listed.*
    from unnest(${types.map((type, i) => `$${i + 1}::${type}[]`).join(", ")}) with ordinality
      as asked (${[...owners, ...places, "most", "page"].join(", ")})
    cross join lateral (
      select ${listed.select} from ${listed.from} where ${[...isOwned, ...listed.where, isPast].join(" and ")}
      order by ${inSql(orderBy)} limit asked.most
    ) as listed`;
  const paged = both(shape, z.object({ page: z.int() }));
  const keyOf = ({ owner, position, limit }: PageOfOwner) => JSON.stringify([owner, position, limit]);
  return {
    of: ofOne.of,
    ofEach: (db) => {
      const pages = loaderOfMany(
        async (asked: readonly PageOfOwner[]) => {
          const keys = asked.map(keyOf);
          const rows = await db.many(name, paged, text, [
            ...of.map((_, i) => asked.map(({ owner }) => owner[i])),
            ...orderBy.map((_, i) => asked.map(({ position }) => position?.[i] ?? null)),
            asked.map(({ limit }) => limit),
          ]);
          return rows.map((row) => ({ row, key: keys[row.page] ?? "" }));
        },
        ({ key }: { row: Row; key: string }) => key,
        keyOf,
      );
      return (query) => {
        const list = ofOne.of(db, query);
        const owner = of.map((property) => query[property]);
        const read = async ({ isBackward, position, limit }: Place) =>
          isBackward
            ? list.read({ isBackward, position, limit })
            : (await pages.load({ owner, position, limit })).map(({ row }) => row);
        return { ...list, read };
      };
    },
  };
}

interface PageOfOwner {
  readonly owner: readonly unknown[];
  readonly position: Place["position"];
  readonly limit: number;
}

const countShape = z.object({ counted: z.int() });

interface Texts {
  readonly forwards: string;
  readonly backwards: string;
  readonly count: string;
}

function textsOf<Row>({ select: columns, from, where, orderBy }: ListedFrom<Row>, parameters: number): Texts {
  const page = (isBackward: boolean) => {
    const order = orderBy.map((one) => ({ ...one, isDescending: one.isDescending !== isBackward }));
    const places = order.map(({ type }, i) => `$${parameters + 1 + i}::${type}`);
    return `select ${columns} from ${from} where ${[...where, isPastPlace(order, places)].join(" and ")}
      order by ${inSql(order)} limit $${parameters + order.length + 1}`;
  };
  return {
    forwards: page(false),
    backwards: page(true),
    count: `select count(*)::integer as counted from (
      select from ${from} where ${["true", ...where].join(" and ")} limit $${parameters + 1}) as listed`,
  };
}

const inSql = (order: readonly OrderedBy<never>[]): string =>
  order.map(({ column, isDescending }) => `${column}${isDescending ? " desc" : ""}`).join(", ");

/** Whether a row comes after a place in an order; every row does where there is no place. */
function isPastPlace(order: readonly OrderedBy<never>[], places: readonly string[]): string {
  const [lead] = order;
  const isOfOneTable = new Set(order.map(({ column }) => column.split(".").slice(0, -1).join("."))).size === 1;
  // An index is read by a comparison of columns of its own table only: by the leading one, where others follow.
  const start = isOfOneTable ? "" : `${lead?.column} ${lead?.isDescending === true ? "<=" : ">="} ${places[0]} and `;
  return `(${places[0]} is null or ${start}${comesAfter(order, places)})`;
}

/** Columns of one direction are compared as one row, which an index is read by; where it turns, column by column. */
function comesAfter(order: readonly OrderedBy<never>[], places: readonly string[]): string {
  const turn = order.findIndex(({ isDescending }) => isDescending !== order[0]?.isDescending);
  const length = turn === -1 ? order.length : turn;
  const columns = order
    .slice(0, length)
    .map(({ column }) => column)
    .join(", ");
  const at = places.slice(0, length).join(", ");
  const isPast = `(${columns}) ${order[0]?.isDescending === true ? "<" : ">"} (${at})`;
  if (turn === -1) return isPast;
  return `(${isPast} or (${columns}) = (${at}) and ${comesAfter(order.slice(turn), places.slice(turn))})`;
}

const textOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));
