import type pg from "pg";
import { partition } from "../values/group-by.js";
import { connect, release } from "./pool.js";
import { type Read, ReadBatch, type RowForms } from "./read-batch.js";

/** Reads of one packet, which run one after another: others go by another connection. */
const MAX_BATCH = 40;
/** The same of reads that are known to be slow. */
const MAX_SLOW = 4;
/** While a packet is on its way, reads wait for its end and then go together; but no longer than this. */
const PATIENCE_MS = 5;
/** A packet that took longer for each of its reads has a slow one in it; in one that took less, all are quick. */
const SLOW_MS = 50;
const QUICK_MS = 5;

/**
 * Sends reads in packets: what is asked in one turn of the event loop goes together, of every request. Under load, what is
 * asked in several turns does: waking a process of PostgreSQL costs more than most reads.
 *
 * A quick read should not wait for a slow one of somebody else. Which are slow is learned from how long packets take.
 */
export function readQueue(pool: pg.Pool): (read: Read) => void {
  const forms: RowForms = new Map();
  const paces = new Paces();
  // A new list each time: one that is emptied would link what it held to what it will hold next.
  let waiting: Read[] = [];
  let isScheduled = false;
  let patience: NodeJS.Timeout | null = null;
  let onTheirWay = 0;

  const send = async (reads: readonly Read[], ended: () => void): Promise<void> => {
    try {
      const client = await connect(pool);
      const from = performance.now();
      const done = (error?: unknown) => {
        release(client, error);
        if (error === undefined) paces.note(reads, performance.now() - from);
        ended();
      };
      const again = (skipped: readonly Read[]) => void send(skipped, () => undefined);
      // pg takes any object with `submit`, and types its own queries only.
      client.query(new ReadBatch(reads, { forms, again, done }) as never);
    } catch (error) {
      for (const { reject } of reads) reject(error);
      ended();
    }
  };
  const sendAll = () => {
    if (patience !== null) clearTimeout(patience);
    patience = null;
    const reads = waiting;
    waiting = [];
    for (let first = 0; first < reads.length; first += MAX_BATCH) {
      onTheirWay++;
      void send(reads.slice(first, first + MAX_BATCH), () => {
        onTheirWay--;
        if (patience !== null) schedule();
      });
    }
  };
  const flush = () => {
    isScheduled = false;
    const [slow, others] = partition(waiting, ({ name }) => paces.isSlow(name));
    for (let first = 0; first < slow.length; first += MAX_SLOW)
      void send(slow.slice(first, first + MAX_SLOW), () => undefined);
    waiting = others;
    if (onTheirWay === 0) sendAll();
    else if (waiting.length > 0) patience ??= setTimeout(sendAll, PATIENCE_MS);
  };
  /** By then, every loader of this turn has asked, of every request. */
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(flush);
  };
  return (read) => {
    waiting.push(read);
    schedule();
  };
}

/** Which statements are quick and which are slow, by name: of a slow packet, those that were in no quick one yet. */
class Paces {
  readonly #quick = new Set<string>();
  readonly #slow = new Set<string>();

  isSlow(name: string): boolean {
    return this.#slow.size > 0 && this.#slow.has(name);
  }

  note(reads: readonly Read[], tookMs: number): void {
    const eachMs = tookMs / reads.length;
    if (eachMs <= QUICK_MS)
      for (const { name } of reads) {
        this.#quick.add(name);
        this.#slow.delete(name);
      }
    if (eachMs > SLOW_MS) for (const { name } of reads) if (!this.#quick.has(name)) this.#slow.add(name);
  }
}
