import { MikroORM } from "@mikro-orm/postgresql";
import pg from "pg";
import type { ServiceName } from "./provision.js";
import type { AnyTable } from "./table.js";

/** Each service has these; the kit makes and reads them. */
const KEPT_BY_THE_KIT = ["migration", "handled_event"];

/**
 * The statements that would bring the migrated database to the declared tables: none where they agree. Row-level security,
 * grants, triggers and exclusion constraints are the migrations' alone.
 */
export async function tableDifferences(
  ownerUrl: string,
  { service, tables }: { readonly service: ServiceName; readonly tables: readonly AnyTable[] },
): Promise<string[]> {
  const constraints = await constraintsUnknownToMikroOrm(ownerUrl, service);
  const isKnown = (sql: string) =>
    constraints.some(({ name }) => new RegExp(`(constraint|drop index) .*\\b${name}\\b`).test(sql));
  const keys = constraints.filter(({ type }) => type === "f");
  const declared = tables.flatMap(foreignKeysOf);
  const isDeclared = (key: Constraint) => declared.some((one) => isSameKey(one, key));
  return [
    ...keys.filter((key) => !isDeclared(key)).map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
    ...(await statementsToReach(ownerUrl, service, tables)).filter((sql) => !isKnown(sql)),
    ...declared
      .filter((one) => !keys.some((key) => isSameKey(one, key)))
      .map(({ table, definition }) => `alter table ${table} add ${definition}`),
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

/** Such as `FOREIGN KEY (partner_id) REFERENCES partners.partner(partner_id)`, as PostgreSQL prints it. */
const foreignKeysOf = ({ name, references }: AnyTable) =>
  references.map(({ columns, to }) => ({
    table: name,
    definition: `FOREIGN KEY (${columns.join(", ")}) REFERENCES ${to}`,
  }));

const isSameKey = (a: Pick<Constraint, "table" | "definition">, b: Pick<Constraint, "table" | "definition">): boolean =>
  a.table === b.table && a.definition === b.definition;

/** MikroORM reads checks that PostgreSQL prints in two parentheses; of a `case` it prints one. */
function checkDifference({ name, table, definition }: Constraint, tables: readonly AnyTable[]): string[] {
  const checks = tables.find((one) => one.name === table)?.entity.meta.checks ?? [];
  const declared = checks.find((check) => check.name === name)?.expression;
  if (typeof declared !== "string") return [`alter table ${table} drop constraint ${name}`];
  const wanted = `CHECK (${declared})`;
  return plain(wanted) === plain(definition)
    ? []
    : [`alter table ${table} drop constraint ${name}, add constraint ${name} ${wanted}`];
}

const plain = (sql: string): string => sql.replace(/\s+/g, "");
