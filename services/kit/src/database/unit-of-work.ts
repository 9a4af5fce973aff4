import { type Configuration, type EntitySchema, MikroORM } from "@mikro-orm/core";
import { AbstractSqlDriver, type EntityManager, PostgreSqlConnection, PostgreSqlPlatform } from "@mikro-orm/postgresql";
import type pg from "pg";

/** What the entity manager of one transaction runs its statements on: the transaction's own connection. */
export interface UnitOfWorkConnection {
  execute(text: string): Promise<pg.QueryResult>;
}

/** MikroORM over the entities of one service. It opens no connection: each statement runs on the one of its transaction. */
export function openOrm(url: string, entities: readonly EntitySchema[]): MikroORM<ActionDriver> {
  return MikroORM.initSync({
    driver: ActionDriver,
    clientUrl: url,
    entities: [...entities],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0 },
  });
}

/** An entity manager that writes in an action's transaction; the action's end flushes it, and no transaction of its own. */
export function entityManagerOn(orm: MikroORM<ActionDriver>, connection: UnitOfWorkConnection): EntityManager {
  const em = orm.em.fork({ disableTransactions: true }) as EntityManager; // The driver's own, which the wider type hides.
  em.setTransactionContext(connection);
  return em;
}

/** The SQL that MikroORM compiled, on the connection that is the context of the transaction. */
class ActionConnection extends PostgreSqlConnection {
  override async execute<T>(
    query: string | { toSQL(): { sql: string; bindings?: readonly unknown[] } },
    params: unknown[] = [],
    method: "all" | "get" | "run" = "all",
    context?: UnitOfWorkConnection,
  ): Promise<T> {
    if (context === undefined) throw new Error("An entity is read or written outside an action's transaction");
    const { sql, bindings = [] } = typeof query === "string" ? { sql: query, bindings: params } : query.toSQL();
    return this.transformRawResult(await context.execute(this.platform.formatQuery(sql, bindings)), method);
  }
}

class ActionDriver extends AbstractSqlDriver<ActionConnection, PostgreSqlPlatform> {
  constructor(config: Configuration) {
    super(config, new PostgreSqlPlatform(), ActionConnection, ["pg"]);
  }
}
