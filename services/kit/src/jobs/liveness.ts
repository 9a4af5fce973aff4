import { setTimeout } from "node:timers/promises";
import pg from "pg";
import type { ServiceName } from "../database/provision.js";
import type { Logger } from "../process/log.js";
import { findUnseenHolders, freeJobsOf, lockSignsOfLife, unlockSignOfLife } from "./liveness.store.js";

/** How others see that a process lives, and how it sees who does not. */
export interface Liveness {
  /** False while others cannot see this process: it should take no job then. */
  isHeld(): boolean;
  /** Comes with the end of the session that is now open; at once where none is. */
  nextLoss(): Promise<void>;
  /** Resolves once others can see that the worker lives; stays so across lost connections. */
  hold(workerId: string): Promise<void>;
  /** The worker has ended; jobs that it still holds run elsewhere. */
  release(workerId: string): Promise<void>;
  end(): Promise<void>;
}

export interface LivenessOptions {
  readonly service: ServiceName;
  readonly databaseUrl: string;
  readonly log: Logger;
}

const LOOK_INTERVAL_MS = 1_000;
/**
 * A worker that is missing this often in a row is dead: five seconds. A restart of PostgreSQL takes every lock at once,
 * and the living need a moment to come back (a new try each second at the latest); the library's own answer to a dead
 * worker is four hours. A process that reaches the database again only later may find its jobs run twice: effects are
 * noted by `isFirstDelivery` in their own transaction.
 */
const LOOKS_UNTIL_DEAD = 6;
const LONGEST_PAUSE_MS = 1_000;

interface Session {
  readonly client: pg.Client;
  readonly locked: Set<string>;
  readonly lost: Promise<void>;
  /** One statement after another, as pg wants it. */
  inTurn<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
}

/**
 * Shows other processes that this one lives, by advisory locks that PostgreSQL drops with the connection, and frees the
 * jobs of workers that hold none. A lost connection is opened again, with all its locks.
 */
export const openLiveness = async (options: LivenessOptions): Promise<Liveness> => {
  const held = new Set<string>();
  return new HeldLiveness(options, held, await openSession(options.databaseUrl, held));
};

class HeldLiveness implements Liveness {
  readonly #options: LivenessOptions;
  readonly #held: Set<string>;
  /** How often in a row each holder was not seen. */
  readonly #missing = new Map<string, number>();
  // Once a worker, however many of its hands ask: a lock that is taken twice would have to be given back twice.
  readonly #holds = new Map<string, Promise<void>>();
  readonly #timer: NodeJS.Timeout;
  readonly #kept: Promise<void>;
  #session: Session | null;
  #looking: Promise<void> | null = null;
  #isEnded = false;

  constructor(options: LivenessOptions, held: Set<string>, session: Session) {
    this.#options = options;
    this.#held = held;
    this.#session = session;
    this.#timer = setInterval(() => this.#lookAgain(), LOOK_INTERVAL_MS);
    this.#kept = this.#keepOpen();
  }

  isHeld(): boolean {
    return this.#session !== null;
  }

  nextLoss(): Promise<void> {
    return this.#session?.lost ?? Promise.resolve();
  }

  hold(workerId: string): Promise<void> {
    const known = this.#holds.get(workerId) ?? this.#holdUntilSeen(workerId);
    this.#holds.set(workerId, known);
    return known;
  }

  async release(workerId: string): Promise<void> {
    this.#held.delete(workerId);
    this.#holds.delete(workerId);
    if (this.#session !== null) await this.#forget(this.#session, workerId);
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    clearInterval(this.#timer);
    await this.#looking;
    await this.#session?.client.end().catch(() => undefined);
    await this.#kept;
  }

  async #holdUntilSeen(workerId: string): Promise<void> {
    this.#held.add(workerId);
    while (!this.#isEnded && this.#held.has(workerId)) {
      const current = this.#session;
      if (current?.locked.has(workerId)) return;
      if (current !== null && (await lock(current, workerId))) continue;
      await setTimeout(50);
    }
  }

  async #keepOpen(): Promise<void> {
    const { log } = this.#options;
    while (this.#session !== null) {
      await this.#session.lost;
      this.#session = null;
      // The others may have lost theirs with ours.
      this.#missing.clear();
      if (!this.#isEnded) log.warn("the queue's sign of life is lost");
      const session = await this.#reopen();
      if (session === null) return;
      if (this.#isEnded) void session.client.end().catch(() => undefined);
      else log.info("the queue's sign of life is back");
      // Who ended while it was being opened.
      for (const workerId of session.locked) if (!this.#held.has(workerId)) await this.#forget(session, workerId);
    }
  }

  /** Null once this has ended. */
  async #reopen(): Promise<Session | null> {
    for (
      let pauseMs = 50;
      !this.#isEnded && this.#session === null;
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    ) {
      this.#session = await openSession(this.#options.databaseUrl, this.#held).catch(() => null);
      if (this.#session === null) await setTimeout(pauseMs);
    }
    return this.#session;
  }

  #lookAgain(): void {
    if (this.#session === null || this.#looking !== null) return;
    this.#looking = this.#look(this.#session)
      .catch((error) => this.#options.log.warn({ err: error }, "jobs of dead workers were not freed"))
      .finally(() => {
        this.#looking = null;
      });
  }

  async #look({ client, inTurn }: Session): Promise<void> {
    const { service, log } = this.#options;
    const missing = this.#missing;
    const unseen = await inTurn(() => findUnseenHolders(client, service)).catch((error) => {
      log.warn({ err: error }, "the queue's sign of life does not answer");
      // A connection that nobody answers on holds locks that nobody sees: better a new one.
      void client.end().catch(() => undefined);
      throw error;
    });
    for (const holder of missing.keys()) if (!unseen.includes(holder)) missing.delete(holder);
    for (const holder of unseen) missing.set(holder, (missing.get(holder) ?? 0) + 1);
    const dead = unseen.filter((holder) => (missing.get(holder) ?? 0) >= LOOKS_UNTIL_DEAD);
    if (dead.length > 0) await inTurn(() => freeJobsOf(client, service, dead));
  }

  async #forget({ locked, inTurn }: Session, workerId: string): Promise<void> {
    const { service, log } = this.#options;
    if (!locked.delete(workerId)) return;
    await inTurn(async (client) => {
      await unlockSignOfLife(client, workerId);
      await freeJobsOf(client, service, [workerId]);
    }).catch((error) => log.warn({ err: error }, "the jobs of an ended worker wait for the next look"));
  }
}

async function openSession(connectionString: string, workerIds: ReadonlySet<string>): Promise<Session> {
  const options = { connectionString, keepAlive: true, connectionTimeoutMillis: 2_000, query_timeout: 5_000 };
  const client = new pg.Client(options);
  const lost = new Promise<void>((resolve) => {
    client.once("end", resolve);
    client.on("error", () => resolve());
  });
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn: Session["inTurn"] = (work) => {
    const done = turn.then(() => work(client));
    turn = done.catch(() => undefined);
    return done;
  };
  const session: Session = { client, locked: new Set(), lost, inTurn };
  try {
    await client.connect();
    const known = [...workerIds]; // More may come while these are locked; they lock themselves.
    await lockSignsOfLife(client, known);
    for (const workerId of known) session.locked.add(workerId);
    return session;
  } catch (error) {
    void client.end().catch(() => undefined);
    throw error;
  }
}

/** False where the session is lost or refuses: the next one takes all locks. */
async function lock({ locked, inTurn }: Session, workerId: string): Promise<boolean> {
  try {
    await inTurn((client) => lockSignsOfLife(client, [workerId]));
    locked.add(workerId);
    return true;
  } catch {
    return false;
  }
}
