import pg from "pg";
import { isLostConnection, unavailableOr } from "./database-unavailable.js";
import type { KeptUntilChange } from "./kept-reads.js";
import { VALUE_PARSERS } from "./value-parsers.js";

/** How long a request waits for a connection, of the pool or of PostgreSQL, before it is refused. */
const PATIENCE_MS = 2_000;

export interface PoolOptions {
  readonly url: string;
  readonly maxConnections: number;
  /** What is kept until the channel announces a change; every connection listens to it. */
  readonly watch?: { readonly channel: string; readonly kept: KeptUntilChange } | undefined;
}

/** The one pool of a service: reads, transactions and the unit of work share its connections. */
export function openPool({ url, maxConnections, watch }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: PATIENCE_MS,
    idleTimeoutMillis: 30_000,
    types: VALUE_PARSERS as pg.CustomTypesConfig, // It answers for each type, as the wider declaration asks.
  });
  // A lost connection fails the statement that runs on it; an idle one is replaced. Neither may end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  if (watch !== undefined) listenOn(pool, watch);
  return pool;
}

/** Before anything else runs on a connection, it listens. */
function listenOn(pool: pg.Pool, { channel, kept }: NonNullable<PoolOptions["watch"]>): void {
  const listening = new WeakSet<pg.PoolClient>();
  pool.on("connect", (client) => {
    client.on("notification", () => kept.forget());
    const begun = client.query(`listen ${pg.escapeIdentifier(channel)}`).then(() => {
      listening.add(client);
      kept.listens();
    });
    begun.catch(() => undefined); // A connection that is lost at once keeps nothing.
  });
  pool.on("remove", (client) => {
    if (listening.delete(client)) kept.stopped();
  });
}

/** @throws DatabaseUnavailable where no connection comes in time */
export async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw unavailableOr(error);
  }
}

/** Gives a connection back; one that was lost is closed, since errors reach us before its end does. */
export const release = (client: pg.PoolClient, error: unknown): void =>
  client.release(error !== undefined && isLostConnection(error));
