import type { Queryable } from "./statements.js";

/** Also where a notice was lost with its connection, nothing older than this is answered. */
export const MAX_AGE_MS = 10_000;
/** Values of one service; past it all are read again. */
const MAX_KEPT = 256;

/** What one process keeps of a service's watched tables, until one of them changes. */
export interface KeptReads {
  read<Value>(key: string, read: () => Promise<Value>): Promise<Value>;
}

/**
 * Keeps what was read of tables that seldom change. Each connection of the pool listens: PostgreSQL announces a change to
 * all of them when it is committed, and to the one that made it before its commit is answered. Without a connection
 * nothing is kept.
 */
export class KeptUntilChange implements KeptReads {
  readonly #values = new Map<string, { readonly readAt: number; readonly value: Promise<unknown> }>();
  #listening = 0;
  #changes = 0;

  /** Rises with every change; null while none would be noticed. */
  get changes(): number | null {
    return this.#listening === 0 ? null : this.#changes;
  }

  listens(): void {
    this.#listening++;
  }

  /** A connection is gone, and with it perhaps a notice. */
  stopped(): void {
    this.#listening--;
    this.forget();
  }

  forget(): void {
    this.#changes++;
    this.#values.clear();
  }

  read<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    if (this.#listening === 0) return read();
    const kept = this.#values.get(key);
    // What is kept under a key was read by the function that belongs to it.
    if (kept !== undefined && Date.now() - kept.readAt < MAX_AGE_MS) return kept.value as Promise<Value>;
    if (this.#values.size >= MAX_KEPT) this.#values.clear();
    const value = read();
    const entry = { readAt: Date.now(), value };
    this.#values.set(key, entry);
    value.catch(() => {
      if (this.#values.get(key) === entry) this.#values.delete(key);
    });
    return value;
  }
}

/**
 * A read of watched tables, which hold nothing of partners: once a process until one of them changes. Transactions read
 * what is there.
 *
 * @param name of its own in the service
 */
export const keptRead =
  <Args extends readonly (string | number)[], Value>(
    name: string,
    read: (db: Queryable, ...args: Args) => Promise<Value>,
  ): ((db: Queryable, ...args: Args) => Promise<Value>) =>
  (db, ...args) => {
    const { kept, reader } = db.memory;
    if (kept === null) return read(db, ...args);
    return kept.read(JSON.stringify([name, ...args]), () => read(reader ?? db, ...args));
  };
