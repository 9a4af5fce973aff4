import type { KeptReads } from "./kept-reads.js";
import type { Queryable } from "./statements.js";

/**
 * What one database keeps of rows that never change once they are committed. Each reader of the database shares it; a
 * transaction sees what it read itself, and shares it once it has committed.
 */
export interface Memory {
  /** What is known by now, by key; nothing where it is not. */
  find(list: string, key: number): unknown;
  keep(list: string, key: number, value: unknown): void;
  /** Lookups under way that others may wait for; null in a transaction, where one would wait for another's locks. */
  readonly looking: Map<string, Promise<unknown>> | null;
  /** Reads that are kept until their tables change; null in a transaction, which may have changed them. */
  readonly kept: KeptReads | null;
  /** Reads what all readers share, as no viewer in particular; null where each reads for itself, as in a transaction. */
  readonly reader: Queryable | null;
}

/** Values that one list keeps; past it the oldest goes. */
const MAX_KEPT = 256;

/** @param readerOf makes the reader of what is shared, which has the memory itself */
export function sharedMemory(
  kept: KeptReads | null = null,
  readerOf: (memory: Memory) => Queryable | null = () => null,
): Memory {
  const lists = new Map<string, Map<number, unknown>>();
  let reader: Queryable | null = null;
  const memory: Memory = {
    get reader() {
      reader ??= readerOf(memory);
      return reader;
    },
    find: (list, key) => lists.get(list)?.get(key),
    keep(list, key, value) {
      const kept = lists.get(list) ?? new Map<number, unknown>();
      lists.set(list, kept);
      kept.set(key, value);
      const oldest = kept.keys().next();
      if (kept.size > MAX_KEPT && !oldest.done) kept.delete(oldest.value);
    },
    looking: new Map(),
    kept,
  };
  return memory;
}

/** The memory of one transaction: what it may have written itself is nobody else's before `share`. */
export function memoryWithin(shared: Memory): Memory & { share(): void } {
  const own = new Map<string, { list: string; key: number; value: unknown }>();
  return {
    find: (list, key) => own.get(`${list} ${key}`)?.value ?? shared.find(list, key),
    keep: (list, key, value) => {
      own.set(`${list} ${key}`, { list, key, value });
    },
    looking: null,
    kept: null,
    reader: null,
    share() {
      for (const { list, key, value } of own.values()) shared.keep(list, key, value);
    },
  };
}

/**
 * Rows by their key that never change once they are committed, as program versions: each is read and worked up once a
 * process, and many readers that ask at once look it up once.
 *
 * @param list a name of their own in the service
 * @param lookUp reads rows by their keys; all of them are there
 */
export function immutableRows<Value>(
  list: string,
  lookUp: (db: Queryable, keys: readonly number[]) => Promise<readonly (readonly [key: number, value: Value])[]>,
): (db: Queryable, keys: readonly number[]) => Promise<ReadonlyMap<number, Value>> {
  return async (db, keys) => {
    const { memory } = db;
    const known = new Map<number, Value | Promise<Value>>();
    for (const key of keys) {
      // Kept under this list's name by the line below, and so a value of its kind.
      const found = memory.find(list, key) ?? memory.looking?.get(`${list} ${key}`);
      if (found !== undefined) known.set(key, found as Value | Promise<Value>);
    }
    const missing = [...new Set(keys)].filter((key) => !known.has(key));
    if (missing.length > 0) {
      const looked = lookUp(memory.reader ?? db, missing).then((rows) => {
        for (const [key, value] of rows) memory.keep(list, key, value);
        return new Map(rows);
      });
      for (const key of missing) known.set(key, looked.then(rowOfKey(list, key)));
      for (const key of missing) shareLookup(memory, `${list} ${key}`, known.get(key));
    }
    return new Map(await Promise.all([...known].map(async ([key, value]) => [key, await value] as const)));
  };
}

const rowOfKey =
  <Value>(list: string, key: number) =>
  (rows: ReadonlyMap<number, Value>): Value => {
    const value = rows.get(key);
    if (value === undefined) throw new Error(`There is no ${list} ${key}`);
    return value;
  };

/** Others wait for a lookup while it is under way; what failed is looked up again by the next. */
function shareLookup({ looking }: Memory, key: string, lookup: unknown): void {
  if (looking === null || !(lookup instanceof Promise)) return;
  looking.set(key, lookup);
  const forget = () => looking.delete(key);
  lookup.then(forget, forget);
}
