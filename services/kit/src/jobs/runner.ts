import { EventEmitter } from "node:events";
import { setTimeout } from "node:timers/promises";
import { type Runner as LibraryRunner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import type { Liveness } from "./liveness.js";
import { queueSchemaOf } from "./provision-jobs.js";
import { queueLog } from "./queue-log.js";
import { QueuePool } from "./queue-pool.js";
import type { EventHandler, WorkerOptions } from "./worker.js";

/** One run of the queue library, until something is wrong with it. */
export interface Runner {
  /** Comes when it is to be replaced, and says why. */
  readonly trouble: Promise<string>;
  /** Takes no more jobs, lets the running ones end and reports that to the queue. May be called twice. */
  stop(): Promise<void>;
  /** No longer waits for a database that is away. */
  hurry(): void;
}

/** How long the library may take to end once its jobs have: it may wait for a clock that sleeps. */
const LAST_WAIT_MS = 2_000;

/** Comes back once a first look for jobs has succeeded; throws where it does not. */
export async function startRunner(options: WorkerOptions, life: Liveness): Promise<Runner> {
  const pool = openPool(options);
  const watched = watch(life);
  const library = await runLibrary(options, { pool, events: watched.events, life }).catch(async (error) => {
    await endPool(pool);
    throw error;
  });
  library.promise.catch(() => undefined);

  let ending: Promise<void> | null = null;
  const stop = () => {
    ending ??= endOf(library, { pool, watched, life, log: options.log });
    return ending;
  };
  const hurry = () => {
    pool.isPatient = false;
  };
  const refusal = await Promise.race([watched.proven, watched.trouble]);
  if (refusal === undefined) return { trouble: watched.trouble, stop, hurry };
  hurry();
  void stop();
  throw new Error(`The queue's runner did not start: ${refusal}`);
}

/** What is seen of a run of the library. */
interface Watched {
  readonly events: WorkerEvents;
  readonly trouble: Promise<string>;
  /** Comes with the first look for jobs that succeeds. */
  readonly proven: Promise<void>;
  workerId: string;
  /** Jobs that run now. */
  busy: number;
}

function watch(life: Liveness): Watched {
  const events: WorkerEvents = new EventEmitter();
  const trouble = new Promise<string>((resolve) => {
    void life.nextLoss().then(() => resolve("its sign of life is lost"));
    // The library remembers forever that it could not look up its tasks, and a look for jobs whose answer was lost may
    // have taken one: a new runner knows its tasks, and what the old one holds is freed when it ends.
    events.on("worker:getJob:error", ({ error }) => resolve(`it cannot look for jobs: ${messageOf(error)}`));
    events.on("pool:fatalError", ({ error }) => resolve(`the ends of jobs cannot be recorded: ${messageOf(error)}`));
    events.on("pool:gracefulShutdown", () => resolve("it stopped"));
  });
  const proven = new Promise<void>((resolve) => {
    events.on("worker:getJob:empty", () => resolve());
    events.on("job:start", () => resolve());
  });
  const watched: Watched = { events, trouble, proven, workerId: "", busy: 0 };
  events.on("pool:create", ({ workerPool }) => {
    watched.workerId = workerPool.id;
  });
  events.on("job:start", () => watched.busy++);
  events.on("job:complete", () => watched.busy--);
  events.on("worker:fatalError", () => watched.busy--);
  return watched;
}

const runLibrary = (
  { service, handlers, crontab = "", log, concurrency = 4 }: WorkerOptions,
  { pool, events, life }: { readonly pool: QueuePool; readonly events: WorkerEvents; readonly life: Liveness },
): Promise<LibraryRunner> =>
  run({
    pgPool: pool,
    schema: queueSchemaOf(service),
    concurrency,
    noHandleSignals: true,
    crontab,
    events,
    logger: queueLog(log),
    taskList: taskListOf(handlers),
    preset: {
      // Without batches the library leaves the promise of a job's end to nobody: its failure would end the process.
      worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
      // A worker takes no job before others can see that it lives.
      plugins: [
        {
          name: "HoldLivenessPlugin",
          version: "1.0.0",
          worker: { hooks: { startWorker: (_context, { worker }) => life.hold(worker.workerPool.id) } },
        },
      ],
    },
  });

async function endOf(
  library: LibraryRunner,
  { pool, watched, life, log }: { pool: QueuePool; watched: Watched; life: Liveness; log: WorkerOptions["log"] },
): Promise<void> {
  pool.isLeaving = true;
  let hasEnded = false;
  const ended = library
    .stop()
    .catch(() => library.promise) // It had stopped by itself.
    .catch((error) => log.warn({ err: error }, "the queue's runner did not end cleanly"))
    .finally(() => {
      hasEnded = true;
    });
  const idle = async () => {
    for (let idleMs = 0; !hasEnded && idleMs < LAST_WAIT_MS; idleMs += 50) {
      if (watched.busy > 0 || pool.unrecorded > 0) idleMs = 0;
      await setTimeout(50);
    }
  };
  await Promise.race([ended, idle()]);
  await life.release(watched.workerId);
  await endPool(pool);
}

const endPool = (pool: QueuePool): Promise<unknown> =>
  Promise.race([pool.end().catch(() => undefined), setTimeout(LAST_WAIT_MS)]);

function openPool({ databaseUrl, concurrency = 4, log }: WorkerOptions): QueuePool {
  const pool = new QueuePool({
    connectionString: databaseUrl,
    max: concurrency + 2,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
  });
  const complain = (error: Error) => log.warn({ err: error }, "the queue's connection failed");
  pool.on("error", complain);
  pool.on("connect", (client) => client.on("error", complain));
  return pool;
}

const taskListOf = (handlers: Readonly<Record<string, EventHandler>>): TaskList =>
  Object.fromEntries(Object.entries(handlers).map(([name, handle]) => [name, (payload) => handle(payload)]));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
