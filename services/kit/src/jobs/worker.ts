import { EventEmitter } from "node:events";
import { Logger as QueueLogger, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import type { ServiceName } from "../database/provision.js";
import type { Logger } from "../process/log.js";
import { queueSchemaOf } from "./provision-jobs.js";

/** Handles one event. A throw means: again later, with growing pauses. */
export type EventHandler = (event: unknown) => Promise<void>;

export interface WorkerOptions {
  readonly service: ServiceName;
  /** The service's own login role. */
  readonly databaseUrl: string;
  readonly handlers: Readonly<Record<string, EventHandler>>;
  /** Times of day at which the service acts by itself: crontab lines of the queue library, UTC. */
  readonly crontab?: string;
  readonly log: Logger;
  readonly concurrency?: number;
}

export interface Worker {
  isRunning(): boolean;
  /** Lets running jobs end; the others stay in the queue. */
  stop(): Promise<void>;
}

/** How long the jobs of a process that died stay locked, at most; the library's own answer is four hours. */
const RECOVERY_INTERVAL_MS = 1_000;

/** Works on one service's queue until it is stopped. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { service, databaseUrl, handlers, crontab = "", log, concurrency = 4 } = options;
  const schema = queueSchemaOf(service);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: concurrency + 2 });
  const complain = (error: Error) => log.warn({ err: error }, "the queue's connection failed");
  pool.on("error", complain);
  pool.on("connect", (client) => client.on("error", complain));

  const life = await beAlive(databaseUrl, schema, log);
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => void life.hold(workerPool.id));
  let runner: Runner;
  try {
    runner = await run({
      pgPool: pool,
      schema,
      concurrency,
      noHandleSignals: true,
      crontab,
      events,
      logger: queueLogger(log),
      taskList: taskListOf(handlers),
      // A worker takes no job before others can see that it lives.
      preset: {
        plugins: [
          {
            name: "HoldLivenessPlugin",
            version: "1.0.0",
            worker: { hooks: { startWorker: async (_context, { worker }) => life.hold(worker.workerPool.id) } },
          },
        ],
      },
    });
  } catch (error) {
    await life.end();
    await pool.end();
    throw error;
  }
  let isRunning = true;
  void runner.promise.finally(() => {
    isRunning = false;
  });
  return {
    isRunning: () => isRunning && life.isHeld(),
    async stop() {
      if (isRunning) await runner.stop();
      await life.end();
      await pool.end();
    },
  };
}

const taskListOf = (handlers: WorkerOptions["handlers"]): TaskList =>
  Object.fromEntries(Object.entries(handlers).map(([name, handle]) => [name, (payload) => handle(payload)]));

const queueLogger = (log: Logger): QueueLogger =>
  new QueueLogger(() => (level, message, meta) => {
    // The library tells every start and end of a job at `info`; the log is for what a person may need.
    if (level === "error") log.error({ meta }, message);
    else if (level === "warning") log.warn({ meta }, message);
    else log.debug(message);
  });

/**
 * Shows other processes that this one lives, by an advisory lock that PostgreSQL drops with the connection, and frees
 * the jobs of workers that hold none: those of a killed process run again about a second later.
 */
async function beAlive(databaseUrl: string, schema: string, log: Logger) {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  let isHeld = true;
  client.on("error", (error) => {
    isHeld = false;
    log.error({ err: error }, "the queue's sign of life is lost");
  });
  await client.connect();
  const held = new Map<string, Promise<unknown>>();
  const hold = async (workerPoolId: string): Promise<void> => {
    const lock =
      held.get(workerPoolId) ??
      client.query("select pg_advisory_lock(hashtextextended($1, 0))", [`worker:${workerPoolId}`]);
    held.set(workerPoolId, lock);
    await lock;
  };
  let recovery: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    if (!isHeld) return;
    recovery = freeJobsOfTheDead(client, schema).catch((error) =>
      log.warn({ err: error }, "jobs of dead workers were not freed"),
    );
  }, RECOVERY_INTERVAL_MS);
  return {
    hold,
    isHeld: () => isHeld,
    async end() {
      clearInterval(timer);
      await recovery;
      await client.end();
    },
  };
}

async function freeJobsOfTheDead(client: pg.Client, schema: string): Promise<void> {
  // A lock that this session holds itself could be taken again, so the living are told by pg_locks, not by trying.
  const { rows } = await client.query<{ dead: string }>(
    `with holder as (
       select distinct locked_by from ${schema}.jobs where locked_by is not null
       union
       select locked_by from ${schema}._private_job_queues where locked_by is not null
     )
     select locked_by as dead from holder
     where not exists (
       select from pg_locks, hashtextextended('worker:' || locked_by, 0) as key
       where locktype = 'advisory' and objsubid = 1 and database = (select oid from pg_database where datname = current_database())
         and classid::bigint = (key >> 32 & 4294967295) and objid::bigint = (key & 4294967295))`,
  );
  if (rows.length === 0) return;
  await client.query(`select ${schema}.force_unlock_workers($1::text[])`, [rows.map(({ dead }) => dead)]);
  // Nobody is woken by an unlock; without this the jobs would wait for the next poll.
  await client.query(`select pg_notify('jobs:insert', '{"count":1000}')`);
}
