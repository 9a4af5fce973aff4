import { setTimeout } from "node:timers/promises";
import type { EntitySchema } from "@mikro-orm/core";
import { withEntry } from "../audit/record-action.js";
import { scopeOf, systemViewer, type Viewer } from "../identity/viewer.js";
import { unavailableOr } from "./database-unavailable.js";
import { KeptUntilChange } from "./kept-reads.js";
import { sharedMemory } from "./memory.js";
import { channelOf } from "./migration-sql.js";
import { openPool } from "./pool.js";
import type { ServiceName } from "./provision.js";
import { readQueue } from "./read-queue.js";
import { nameOfVariant } from "./statement-variants.js";
import { type Queryable, queryableOf } from "./statements.js";
import { runTransaction, type Transaction } from "./transaction.js";
import { openOrm } from "./unit-of-work.js";

export type { Queryable } from "./statements.js";
export type { Transaction } from "./transaction.js";

/** Reads and actions fail with `DatabaseUnavailable` where the database does not answer in time. */
export interface Database {
  /**
   * Reads as the viewer: what is asked in one turn of the event loop goes in one round trip, under load with other turns.
   *
   * @param onRead called with each statement; what all readers share is no statement of any of them
   */
  readAs(viewer: Viewer, onRead?: () => void): Queryable;
  /** Rises with every change of watched tables; null while none would be noticed. */
  changes(): number | null;
  /** Runs an action; tried again when PostgreSQL names it the victim of a deadlock. */
  transact<T>(viewer: Viewer, action: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs an action as `transact` does, answers what it answered, and takes back all that it wrote: a dry run. */
  rehearse<T>(viewer: Viewer, action: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The service's own login role; see `provisionServices`. */
  readonly url: string;
  /** Whose watched tables are read once until they change, see `keptRead`; where left out, nothing is kept. */
  readonly service?: ServiceName | undefined;
  /** The tables that actions write through `tx.em`. */
  readonly entities?: readonly EntitySchema[];
  readonly maxConnections?: number | undefined;
  /** Checks each row by its statement's shape: in development and tests, since it costs time. */
  readonly checksRows?: boolean | undefined;
  /** Called with the name of every statement that runs: tests count them. */
  readonly onStatement?: ((name: string) => void) | undefined;
}

/**
 * The service's one pool. Statements run prepared on the plain driver, since hydrating entities costs five to ten times
 * what plain rows do; actions that write a few rows use the entity manager, on the same connection.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, service, entities = [], maxConnections = 10, checksRows = false, onStatement } = options;
  const kept = new KeptUntilChange();
  const watch = service === undefined ? undefined : { channel: channelOf(service), kept };
  const pool = openPool({ url, maxConnections, watch });
  const orm = openOrm(url, entities);
  const memory = sharedMemory(kept, () => readAs(systemViewer(service ?? "database")));

  const queue = readQueue(pool);
  const readAs = (viewer: Viewer, onRead?: () => void): Queryable => {
    const scope = scopeOf(viewer);
    const run = (name: string, text: string, values: unknown[]): Promise<unknown[]> => {
      onRead?.();
      if (name === "" || name.length > MAX_NAME)
        throw new Error(`A read needs a name of 1 to ${MAX_NAME} characters: ${name}`);
      onStatement?.(nameOfVariant(name));
      return new Promise<unknown[]>((resolve, reject) => {
        queue({ scope, name, text, values, resolve, reject: (error) => reject(unavailableOr(error)) });
      });
    };
    return queryableOf(run, { checksRows, memory });
  };

  const transact = async <T>(viewer: Viewer, action: (tx: Transaction) => Promise<T>): Promise<T> => {
    const entry = withEntry(viewer, action);
    for (let tries = 1; ; tries++) {
      try {
        const answer = await runTransaction({ pool, orm, checksRows, memory, onStatement }, viewer, entry.act);
        entry.committed();
        return answer;
      } catch (error) {
        if (tries >= MAX_TRIES || !isPassing(error)) throw error;
        // Victims that come again at once meet again.
        await setTimeout((10 + Math.random() * 40) * tries);
      }
    }
  };

  return {
    readAs,
    changes: () => kept.changes,
    transact,
    rehearse: (viewer, action) => rehearse(transact, viewer, action),
    async close() {
      await pool.end();
    },
  };
}

const MAX_TRIES = 4;
/** PostgreSQL reads no more characters of a prepared statement's name. */
const MAX_NAME = 63;

async function rehearse<T>(
  transact: Database["transact"],
  viewer: Viewer,
  action: (tx: Transaction) => Promise<T>,
): Promise<T> {
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
}

/** Rolls a rehearsal back; it does not leave this file. */
class Rehearsed extends Error {}

const isPassing = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return code === "40P01" || code === "40001"; // deadlock_detected, serialization_failure
};
