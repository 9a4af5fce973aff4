import pg from "pg";
import { isLostConnection, unavailableOr } from "./database-unavailable.js";
import { VALUE_PARSERS } from "./value-parsers.js";

/** How long a request waits for a connection, of the pool or of PostgreSQL, before it is refused. */
const PATIENCE_MS = 2_000;

/** The one pool of a service: reads, transactions and the unit of work share its connections. */
export function openPool({ url, maxConnections }: { readonly url: string; readonly maxConnections: number }): pg.Pool {
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
  return pool;
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
