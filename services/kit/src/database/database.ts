import { setTimeout } from "node:timers/promises";
import type { Knex } from "@mikro-orm/knex";
import { MikroORM } from "@mikro-orm/postgresql";
import type pg from "pg";
import { scopeOf, type Viewer } from "../identity/viewer.js";
import { isLostConnection, unavailableOr } from "./database-unavailable.js";
import { ScopedQuery } from "./scoped-query.js";
import { VALUE_PARSERS } from "./value-parsers.js";

/** Runs one prepared statement, under the row-level security of one viewer. */
export interface Queryable {
  /** `name` is unique in the service, for example `ledger.entries-of-accounts`: statements are prepared by it. */
  rows<Row>(name: string, text: string, values: unknown[]): Promise<Row[]>;
}

/** What an action reads, decides and writes in: all of it or nothing. */
export interface Transaction extends Queryable {
  readonly viewer: Viewer;
}

/** Reads and actions fail with `DatabaseUnavailable` where the database does not answer in time. */
export interface Database {
  /** Reads as the viewer: each statement is a transaction of its own, in one round trip. */
  readAs(viewer: Viewer): Queryable;
  /** Runs an action; tried again when PostgreSQL names it the victim of a deadlock. */
  transact<T>(viewer: Viewer, action: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs an action as `transact` does, answers what it answered, and takes back all that it wrote: a dry run. */
  rehearse<T>(viewer: Viewer, action: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The service's own login role; see `provisionServices`. */
  readonly url: string;
  readonly maxConnections?: number;
  /** Told of every statement that runs, by name: tests count them. */
  readonly onStatement?: (name: string) => void;
}

/** How long a request waits for a connection, of the pool or of PostgreSQL, before it is told to come again. */
const PATIENCE_MS = 2_000;

/**
 * The service's one pool. MikroORM opens it and its transactions; statements run on the plain driver below it, since
 * hydrating entities costs five to ten times what plain rows do.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, maxConnections = 10, onStatement } = options;
  const orm = await MikroORM.init({
    clientUrl: url,
    discovery: { warnWhenNoEntities: false },
    entities: [],
    // It was set up before; to ask again costs a start on a busy machine the time that it gives a statement.
    ensureDatabase: false,
    pool: { min: 0, max: maxConnections, acquireTimeoutMillis: PATIENCE_MS, createTimeoutMillis: PATIENCE_MS },
    // knex tells of each connection that it drops on standard output, which belongs to what a command prints.
    driverOptions: { connection: { connectionTimeoutMillis: PATIENCE_MS }, log: { warn: () => undefined } },
  });
  const pool = orm.em.getConnection().getKnex().client as PgPool;

  const readAs = (viewer: Viewer): Queryable => {
    const scope = scopeOf(viewer);
    return {
      async rows<Row>(name: string, text: string, values: unknown[]): Promise<Row[]> {
        onStatement?.(name);
        const client = await pool.acquireConnection().catch(unavailable);
        try {
          return await new Promise<Row[]>((resolve, reject) => {
            const config = { name, text, values, scope, types: VALUE_PARSERS };
            // pg takes any object with `submit`; ScopedQuery inherits it from pg's own, untyped Query.
            client.query(
              new ScopedQuery(config, (error, result) => (error ? reject(error) : resolve(result.rows))) as never,
            );
          });
        } catch (error) {
          throw discarding(client, error);
        } finally {
          void pool.releaseConnection(client); // The pool mends itself.
        }
      },
    };
  };

  const attempt = async <T>(viewer: Viewer, action: (tx: Transaction) => Promise<T>): Promise<T> => {
    // Rolling back on a lost connection fails as well, and would hide why.
    let reason: { error: unknown } | null = null;
    try {
      return await orm.em.fork().transactional(async (em) => {
        const context = em.getTransactionContext<Knex.Transaction>();
        if (context === undefined) throw new Error("An action runs outside its transaction");
        const client = await (context.client as PgPool).acquireConnection();
        // Statements of one action go one after another, also where it does not wait for each; none goes after one failed.
        let last: Promise<unknown> = Promise.resolve();
        let waiting = 0;
        const one = async (name: string, text: string, values: unknown[]) => {
          onStatement?.(name);
          try {
            return await client.query({ name, text, values, types: VALUE_PARSERS });
          } catch (error) {
            reason ??= { error: discarding(client, error) };
            throw reason.error;
          }
        };
        const rows = <Row>(name: string, text: string, values: unknown[]): Promise<Row[]> => {
          const ask = () => {
            if (reason !== null) throw reason.error;
            return one(name, text, values);
          };
          // At once where nothing is under way: PostgreSQL works while the next statement is put together.
          const result = waiting === 0 && reason === null ? ask() : last.then(ask);
          waiting++;
          last = result.catch(() => undefined).finally(() => waiting--);
          return result.then((answered) => answered.rows as Row[]); // The caller writes the statement and its row type side by side.
        };
        try {
          await rows("kit.set-transaction-scope", "select set_config('tiergraph.scope', $1, true)", [scopeOf(viewer)]);
          return await action({ viewer, rows });
        } catch (error) {
          reason ??= { error };
          throw error;
        } finally {
          // What is still under way must not outlive the transaction.
          await last;
        }
      });
    } catch (error) {
      throw reason === null ? error : (reason as { error: unknown }).error; // Assigned in a closure, unseen by types.
    }
  };

  const transact = async <T>(viewer: Viewer, action: (tx: Transaction) => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(viewer, action);
      } catch (error) {
        if (tries >= 4 || !isPassing(error)) throw unavailableOr(error);
        // Victims that come again at once meet again.
        await setTimeout((10 + Math.random() * 40) * tries);
      }
    }
  };

  return {
    readAs,
    transact,
    async rehearse<T>(viewer: Viewer, action: (tx: Transaction) => Promise<T>): Promise<T> {
      let answer: { readonly given: T } | null = null;
      try {
        await transact(viewer, async (tx) => {
          answer = { given: await action(tx) };
          throw new Rehearsed();
        });
      } catch (error) {
        if (!(error instanceof Rehearsed)) throw error;
      }
      if (answer === null) throw new Error("A rehearsal ended without an answer");
      return (answer as { readonly given: T }).given; // Assigned in a closure, unseen by types.
    },
    close: () => orm.close(true),
  };
}

/** Rolls a rehearsal back; nobody outside sees it. */
class Rehearsed extends Error {}

/** The part of knex's PostgreSQL client that hands out plain driver connections. */
interface PgPool {
  acquireConnection(): Promise<pg.Client>;
  releaseConnection(client: pg.Client): Promise<void>;
}

interface KnexConnection extends pg.Client {
  /** Where this is set the pool hands the connection out no more, and closes it. */
  __knex__disposed?: unknown;
}

/** Errors reach us before the end of the connection does, and the next reader must not be given it in between. */
function discarding(client: pg.Client, error: unknown): unknown {
  if (isLostConnection(error)) (client as KnexConnection).__knex__disposed = error;
  return unavailableOr(error);
}

const unavailable = (error: unknown): never => {
  throw unavailableOr(error);
};

const isPassing = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code;
  return code === "40P01" || code === "40001"; // deadlock_detected, serialization_failure
};
