import { type Migration, Migrator } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
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
