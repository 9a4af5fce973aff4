import { defineEntity, type EntitySchema, p } from "@mikro-orm/core";
import { type Column, columnsIn, type DeclaredEntity } from "./columns.js";
import type { ServiceName } from "./provision.js";
import type { Shape } from "./shape.js";

/** The kinds of columns: `column.uuid().primary()`, `column.text().nullable()`. */
export const column = p;

/** A row of a table: `Row<typeof partnerTable>`. */
export type Row<T> = T extends Table<infer R> ? R : never;

/** One table, declared once: its columns, their types, its keys and its checks. */
export interface Table<R extends object> {
  /** With the schema: `partners.override`. */
  readonly name: string;
  readonly entity: EntitySchema<R>;
  readonly references: readonly Reference[];
  readonly columns: readonly Column<R>[];
}

/** What can be said of a table without knowing its rows. */
export type AnyTable = Pick<Table<object>, "name" | "references"> & { readonly entity: EntitySchema };

/** A foreign key. MikroORM knows them of relations only, and rows here have none. */
export interface Reference {
  readonly columns: readonly string[];
  /** Such as `partners.partner (partner_id)`. */
  readonly to: string;
}

/** What `column` builds, as far as the type of its value is read. */
interface ColumnBuilder {
  readonly "~type"?: { readonly value: unknown };
  readonly "~options": object;
}
type Properties = Record<string, ColumnBuilder>;

/** A row as statements answer with it. */
export type RowOf<P extends Properties> = { readonly [Name in keyof P & string]: ValueOf<P[Name]> };
type ValueOf<B extends ColumnBuilder> = B["~options"] extends { nullable: true } ? Declared<B> | null : Declared<B>;
type Declared<B extends ColumnBuilder> = NonNullable<B["~type"]>["value"];

interface Declaration<P extends Properties> {
  readonly properties: P;
  readonly uniques?: readonly { readonly name: string; readonly properties: readonly (keyof P)[] }[];
  readonly indexes?: readonly {
    readonly name: string;
    readonly properties?: readonly (keyof P)[];
    /** The whole statement, for an index of a part of the rows or of an expression. */
    readonly expression?: string;
  }[];
  readonly checks?: readonly { readonly name: string; readonly expression: string }[];
  readonly references?: readonly Reference[];
}

/** Declares the tables of one service: `tablesOf("partners")("override", { properties: … })`. */
export const tablesOf =
  (service: ServiceName) =>
  <P extends Properties>(name: string, { references = [], ...declared }: Declaration<P>): Table<RowOf<P>> => {
    const entity = defineEntity({ ...declared, name: `${service}.${name}`, tableName: name, schema: service } as never);
    return {
      name: `${service}.${name}`,
      entity: entity as EntitySchema<RowOf<P>>, // Of the same properties; a row has none of the library's marks.
      references,
      columns: columnsIn(entity as DeclaredEntity),
    };
  };

/**
 * The columns of a statement that returns rows of a table: `partner_id as "partnerId", code`.
 *
 * @param alias of the table in the statement, where it has one
 */
export function select<R extends object>(table: Table<R>, options: Selected<R> = {}): string {
  const prefix = options.alias === undefined ? "" : `${options.alias}.`;
  const columns = chosen(table, options);
  const known = lists.get(columns) ?? new Map<string, string>();
  lists.set(columns, known);
  const list =
    known.get(prefix) ??
    columns.map(({ property, name }) => `${prefix}${name}${name === property ? "" : ` as "${property}"`}`).join(", ");
  known.set(prefix, list);
  return list;
}

const lists = new WeakMap<readonly unknown[], Map<string, string>>();

export interface Selected<R extends object, Name extends keyof R & string = keyof R & string> {
  readonly only?: readonly Name[];
  readonly without?: readonly Name[];
  readonly alias?: string;
}

/** The shape of what `select` selects. */
export function rowOf<R extends object>(table: Table<R>): Shape<R>;
export function rowOf<R extends object, Name extends keyof R & string>(
  table: Table<R>,
  options: { readonly only: readonly Name[] },
): Shape<Pick<R, Name>>;
export function rowOf<R extends object, Name extends keyof R & string>(
  table: Table<R>,
  options: { readonly without: readonly Name[] },
): Shape<Omit<R, Name>>;
export function rowOf<R extends object>(table: Table<R>, options: Selected<R> = {}): Shape<unknown> {
  const columns = chosen(table, options);
  return {
    parse(value) {
      const row = value as Record<string, unknown>; // The driver's rows are objects.
      for (const { property, isNullable, holds } of columns) {
        const held = row[property];
        if (held === null ? !isNullable : !holds(held))
          throw new Error(`${table.name}: \`${property}\` is ${held === null ? "null" : typeof held}`);
      }
      return value;
    },
  };
}

/** A table as statements see it that leave some of its columns alone. */
export function partOf<R extends object, Name extends keyof R & string>(
  table: Table<R>,
  options: { readonly only: readonly Name[] },
): Table<Pick<R, Name>>;
export function partOf<R extends object, Name extends keyof R & string>(
  table: Table<R>,
  options: { readonly without: readonly Name[] },
): Table<Omit<R, Name>>;
export function partOf<R extends object>(table: Table<R>, options: Selected<R>): Table<R> {
  return { ...table, columns: chosen(table, options) };
}

/** The columns that a statement names. Statements name the same each time they run: worked out once. */
export function chosen<R extends object>(
  { columns }: Table<R>,
  { only, without = [] }: Selected<R>,
): readonly Column<R>[] {
  if (only === undefined && without.length === 0) return columns;
  const known = choices.get(columns) ?? new Map<string, readonly unknown[]>();
  choices.set(columns, known);
  const key = `${only?.join() ?? "*"} ${without.join()}`;
  const before = known.get(key);
  if (before !== undefined) return before as readonly Column<R>[]; // Kept under these very columns.
  const chosenNow = columns.filter(
    ({ property }) => (only === undefined || only.includes(property)) && !without.includes(property),
  );
  known.set(key, chosenNow);
  return chosenNow;
}

const choices = new WeakMap<readonly unknown[], Map<string, readonly unknown[]>>();
