import {
  ArrayType,
  BigIntType,
  BooleanType,
  DateTimeType,
  DateType,
  DecimalType,
  IntegerType,
  JsonType,
  SmallIntType,
  StringType,
  TextType,
  UnderscoreNamingStrategy,
  UuidType,
} from "@mikro-orm/core";

/** A column as statements need to know it. */
export interface Column<R extends object = object> {
  readonly property: keyof R & string;
  /** Its name in the database. */
  readonly name: string;
  /** Its type in the database, such as `timestamptz`. */
  readonly type: string;
  readonly isNullable: boolean;
  readonly isPrimary: boolean;
  /** Whether the driver may answer with the value, if it is not null. */
  readonly holds: (value: unknown) => boolean;
}

/** The columns of an entity in the order in which it declares them. */
export const columnsIn = <R extends object>({ meta }: DeclaredEntity): Column<R>[] =>
  Object.entries(meta.properties).map(([property, declared]) => {
    const { fieldName, columnType, type, nullable, primary } = declared;
    const kind = kindOf(`${meta.className}.${property}`, type, columnType);
    return {
      property: property as keyof R & string, // The entity's own properties.
      name: fieldName ?? NAMING.propertyToColumnName(property),
      type: columnType ?? kind.type,
      isNullable: nullable ?? false,
      isPrimary: primary ?? false,
      holds: kind.holds,
    };
  });

const NAMING = new UnderscoreNamingStrategy();

/** What `defineEntity` returns, as far as it is read here. */
export interface DeclaredEntity {
  readonly meta: { readonly className: string; readonly properties: Readonly<Record<string, DeclaredProperty>> };
}

/** The part of a property's metadata that is there before the library has looked at all entities. */
interface DeclaredProperty {
  readonly fieldName?: string;
  readonly columnType?: string;
  /** A class of types, or one of its objects; none for an enumeration of texts. */
  readonly type?: unknown;
  readonly nullable?: boolean;
  readonly primary?: boolean;
}

interface Kind {
  readonly type: string;
  readonly holds: (value: unknown) => boolean;
}

const text = (type: string): Kind => ({ type, holds: (value) => typeof value === "string" });
const KINDS: readonly (readonly [kindOfType: new (...args: never[]) => unknown, kind: Kind])[] = [
  [UuidType, text("uuid")],
  [TextType, text("text")],
  [StringType, text("text")],
  [DateType, text("date")],
  [DecimalType, text("numeric")],
  [IntegerType, { type: "integer", holds: Number.isInteger }],
  [SmallIntType, { type: "smallint", holds: Number.isInteger }],
  [BigIntType, { type: "bigint", holds: (value) => typeof value === "bigint" }],
  [BooleanType, { type: "boolean", holds: (value) => typeof value === "boolean" }],
  [DateTimeType, { type: "timestamptz", holds: (value) => value instanceof Date }],
  [JsonType, { type: "jsonb", holds: (value) => value !== undefined }],
  [ArrayType, { type: "text[]", holds: Array.isArray }],
];

function kindOf(property: string, type: unknown, columnType: string | undefined): Kind {
  if (type === undefined) return text("text");
  // The most special first: a type may extend another.
  const found = KINDS.find(([kind]) => type === kind || (type as object).constructor === kind);
  if (found === undefined) throw new Error(`${property}: nobody has said how rows hold ${columnType ?? String(type)}`);
  return found[1];
}
