import { MikroORM } from "@mikro-orm/postgresql";
import pg from "pg";
import type { ServiceName } from "./provision.js";
import type { AnyTable } from "./table.js";

/** Each service has these; the kit makes and reads them. */
const KEPT_BY_THE_KIT = ["migration", "handled_event"];

/**
 * What the migrated database has otherwise than the declared tables: the statements that would bring it to them, and the
 * foreign keys that only one of the two has. Empty where they agree. Row-level security, grants, triggers and exclusion
 * constraints are the migrations' alone.
 */
export async function tableDifferences(
  ownerUrl: string,
  { service, tables }: { readonly service: ServiceName; readonly tables: readonly AnyTable[] },
): Promise<string[]> {
  const constraints = await constraintsUnknownToMikroOrm(ownerUrl, service);
  const isKnown = (sql: string) =>
    constraints.some(({ name }) => new RegExp(`(constraint|drop index) .*\\b${name}\\b`).test(sql));
  const keys = constraints.filter(({ type }) => type === "f").map(keyText);
  const declared = tables.flatMap(referencesOf);
  return [
    ...(await statementsToReach(ownerUrl, service, tables)).filter((sql) => !isKnown(sql)),
    ...keys.filter((key) => !declared.includes(key)).map((key) => `only the database has the foreign key ${key}`),
    ...declared.filter((key) => !keys.includes(key)).map((key) => `only the tables have the foreign key ${key}`),
    ...constraints.filter(({ type }) => type === "c").flatMap((check) => checkDifference(check, tables)),
  ];
}

async function statementsToReach(
  ownerUrl: string,
  service: ServiceName,
  tables: readonly AnyTable[],
): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    schema: service,
    entities: tables.map(({ entity }) => entity),
    ensureDatabase: false,
    pool: { min: 0, max: 1 },
    schemaGenerator: { skipTables: KEPT_BY_THE_KIT },
  });
  try {
    const sql = await orm.schema.getUpdateSchemaSQL({ schema: service, wrap: false });
    return sql
      .split(/;\s*\n/)
      .map((text) => text.trim())
      .filter((text) => text !== "");
  } finally {
    await orm.close(true);
  }
}

interface Constraint {
  readonly name: string;
  /** `f` for a foreign key, `x` for an exclusion, `c` for a check that MikroORM cannot read. */
  readonly type: string;
  readonly table: string;
  readonly definition: string;
}

async function constraintsUnknownToMikroOrm(ownerUrl: string, service: ServiceName): Promise<Constraint[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Constraint>(
      `select conname as name, contype as type, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
       from pg_constraint
       where connamespace = $1::regnamespace
         and (contype in ('f', 'x') or contype = 'c' and pg_get_constraintdef(oid) not like 'CHECK ((%')`,
      [service],
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** `partners.override (partner_id) -> partners.partner(partner_id)`. */
const keyText = ({ table, definition }: Constraint): string =>
  `${table} ${definition.replace("FOREIGN KEY ", "").replace(" REFERENCES ", " -> ")}`;

const referencesOf = ({ name, references }: AnyTable): string[] =>
  references.map(({ columns, to }) => `${name} (${columns.join(", ")}) -> ${to}`);

/** MikroORM reads checks that PostgreSQL prints in two parentheses; of a `case` it prints one. */
function checkDifference({ name, table, definition }: Constraint, tables: readonly AnyTable[]): string[] {
  const checks = tables.find((one) => one.name === table)?.entity.meta.checks ?? [];
  const declared = checks.find((check) => check.name === name)?.expression;
  const isSame = typeof declared === "string" && plain(`CHECK (${declared})`) === plain(definition);
  return isSame ? [] : [`${table}: the check ${name} is ${definition}`];
}

const plain = (sql: string): string => sql.replace(/\s+/g, "");
