import { type Migration, Migrator } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
import type { ServiceName } from "./provision.js";

export interface ServiceMigrations {
  readonly service: ServiceName;
  /** In the order in which they run; a name never changes once landed. */
  readonly migrations: readonly { readonly name: string; readonly class: new (...args: never[]) => Migration }[];
}

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
