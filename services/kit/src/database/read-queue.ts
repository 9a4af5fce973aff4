import type pg from "pg";
import { connect, release } from "./pool.js";
import { type Read, ReadBatch, type RowForms } from "./read-batch.js";

/** Reads of one packet, which run one after another: others go by another connection. */
const MAX_BATCH = 16;
/** With so many packets on their way, reads wait for the end of one, and then go together. */
const EAGER = 1;
/** They wait no longer: what runs may be slow, and other connections be free. */
const PATIENCE_MS = 2;

/**
 * Sends reads in packets: what is asked in one turn of the event loop goes together, of every request. Under load, more of
 * them do: waking a connection's process costs more than most reads.
 */
export function readQueue(pool: pg.Pool): (read: Read) => void {
  const forms: RowForms = new Map();
  // A new list each time: a list that is emptied would link what it held to what it will hold next.
  let waiting: Read[] = [];
  let isScheduled = false;
  let patience: NodeJS.Timeout | null = null;
  let onTheirWay = 0;

  const send = async (reads: readonly Read[]): Promise<void> => {
    onTheirWay++;
    try {
      const client = await connect(pool);
      const done = (error?: unknown) => {
        onTheirWay--;
        release(client, error);
        if (patience !== null) schedule();
      };
      // pg takes any object with `submit`, and types its own queries only.
      client.query(new ReadBatch(reads, { forms, again: (skipped) => void send(skipped), done }) as never);
    } catch (error) {
      onTheirWay--;
      for (const { reject } of reads) reject(error);
    }
  };
  const sendAll = () => {
    if (patience !== null) clearTimeout(patience);
    patience = null;
    const reads = waiting;
    waiting = [];
    for (let first = 0; first < reads.length; first += MAX_BATCH) void send(reads.slice(first, first + MAX_BATCH));
  };
  const flush = () => {
    isScheduled = false;
    if (onTheirWay < EAGER) sendAll();
    else patience ??= setTimeout(sendAll, PATIENCE_MS);
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
