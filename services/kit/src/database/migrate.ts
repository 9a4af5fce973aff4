import type { Migration } from "@mikro-orm/migrations";
import pg from "pg";
import type { ServiceName } from "./provision.js";

type MigrationClass = new (...args: never[]) => Migration;

export interface ServiceMigrations {
  readonly service: ServiceName;
  readonly migrations: readonly { readonly name: string; readonly class: MigrationClass }[];
}

/**
 * The migrations of a service, in the order in which they run. A database remembers each by its class: `Migration0007` is
 * `migration-0007` there, so that neither changes once landed.
 */
export const migrationsOf = (service: ServiceName, classes: readonly MigrationClass[]): ServiceMigrations => ({
  service,
  migrations: classes.map((migration) => ({
    name: migration.name.replace("Migration", "migration-"),
    class: migration,
  })),
});

/** Brings one service's schema up to date, as the owner of the database. Safe to repeat. */
export async function migrateService(ownerUrl: string, { service, migrations }: ServiceMigrations): Promise<void> {
  if (await hasAll(ownerUrl, { service, migrations })) return;
  // Most starts have nothing to migrate, and do not wait for these to be loaded.
  const [{ Migrator }, { MikroORM }] = await Promise.all([
    import("@mikro-orm/migrations"),
    import("@mikro-orm/postgresql"),
  ]);
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    schema: service,
    entities: [],
    ensureDatabase: false,
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      tableName: "migration",
      migrationsList: migrations as never, // The library types its classes by the abstract base only.
      snapshot: false,
      transactional: true,
      allOrNothing: true,
      silent: true,
    },
    pool: { min: 0, max: 1 },
  });
  try {
    await orm.getMigrator().up();
  } finally {
    await orm.close(true);
  }
}

async function hasAll(ownerUrl: string, { service, migrations }: ServiceMigrations): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows: tables } = await client.query("select where to_regclass($1) is not null", [`${service}.migration`]);
    if (tables.length === 0) return false;
    const { rows } = await client.query<{ name: string }>(`select name from ${service}.migration`);
    const ran = new Set(rows.map(({ name }) => name));
    return migrations.every(({ name }) => ran.has(name));
  } finally {
    await client.end();
  }
}
