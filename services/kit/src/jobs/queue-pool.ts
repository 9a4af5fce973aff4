import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { isUnavailable } from "../database/database-unavailable.js";

type ConnectCallback = Parameters<pg.Pool["connect"]>[0];

/**
 * The queue library's connections. The statement that a job has ended is repeated until PostgreSQL has taken it: the
 * library itself gives up at the first error, and the job would run again. No other statement is repeated.
 */
export class QueuePool extends pg.Pool {
  /** Ends of jobs that the queue does not know of yet. */
  unrecorded = 0;
  /** False makes the next failure the last one. */
  isPatient = true;
  /** True once no more jobs are wanted: a look for one that fails then has found none. */
  isLeaving = false;

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): unknown {
    // The listener's own connection, and the way pg's `query` takes one.
    if (callback !== undefined) return super.connect((error, client, done) => callback(error, client, once(done)));
    const client = { query: (statement: string | pg.QueryConfig) => this.#run(statement), release() {} };
    // The library asks for a client per statement and uses these two methods; a real one could not be had when the
    // end of a job is to be recorded while PostgreSQL is away. Transactions are for migrations, which the owner runs.
    return Promise.resolve(client as unknown as pg.PoolClient);
  }

  async #run(statement: string | pg.QueryConfig): Promise<pg.QueryResult> {
    if (typeof statement !== "string" && statement.name?.startsWith("get_job")) return this.#look(statement);
    if (typeof statement === "string" || !/^(complete|fail)_job/.test(statement.name ?? ""))
      return this.query(statement);
    this.unrecorded++;
    try {
      for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, 1_000)) {
        try {
          return await this.query(statement);
        } catch (error) {
          if (!this.isPatient || !isUnavailable(error)) throw error;
        }
        await setTimeout(pauseMs);
      }
    } finally {
      this.unrecorded--;
    }
  }

  // The library writes the errors of a worker that is leaving to the console, whole.
  async #look(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    try {
      return await this.query(statement);
    } catch (error) {
      if (!this.isLeaving) throw error;
      return { rows: [], rowCount: 0, command: "UPDATE", oid: 0, fields: [] };
    }
  }
}

type Release = Parameters<ConnectCallback>[2];

// The library releases its listener twice where the connection is cut while it stops, and pg throws the second time:
// in a promise that nobody holds, so it would end the process.
// A pool that has ended hands out nothing to release, although pg's types say otherwise.
function once(release: Release | undefined): Release {
  let isReleased = false;
  return (error) => {
    if (isReleased) return;
    isReleased = true;
    release?.(error);
  };
}
