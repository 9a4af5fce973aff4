import cluster, { type Worker } from "node:cluster";
import { processFile } from "@tiergraph/installation/root";
import { SERVICES } from "@tiergraph/kit/database/provision";
import type { Logger } from "@tiergraph/kit/process/log";

const PAUSE_MS = 1_000;
/** Of the 200 connections that the embedded PostgreSQL takes, what the queues leave. */
const CONNECTIONS = 160;
const MAX_POOL = 10;

/** Connections that each service of each process may hold, so that all processes together find room. */
export const poolSizeOf = (workers: number): number =>
  workers === 1 ? MAX_POOL : Math.min(MAX_POOL, Math.floor(CONNECTIONS / (SERVICES.length * (workers + 1))));

/** What the main process sends its workers, every second. */
export interface QueueState {
  readonly areJobsRunning: boolean;
}

export interface Workers {
  /** Settles once all of them answer, or are stopped. @throws WorkerRefused where one ends before it answers */
  readonly ready: Promise<void>;
  /** Lets each answer what it has begun. */
  stop(): Promise<void>;
}

interface WorkersOptions {
  readonly count: number;
  /** What they read of their environment besides that of this process. */
  readonly env: NodeJS.ProcessEnv;
  readonly areJobsRunning: () => Promise<boolean>;
  readonly log: Logger;
}

/** Starts processes that answer requests on one port. One that ends is replaced. */
export function startWorkers({ count, env, areJobsRunning, log }: WorkersOptions): Workers {
  cluster.setupPrimary({ exec: processFile("main-worker") });
  const running = new Set<Worker>();
  let isStopping = false;
  /** Settles when the first of its workers answers; each is followed by another when it ends. */
  const keepOne = (): Promise<void> =>
    new Promise((resolve, reject) => {
      let hasAnswered = false;
      const follow = (end: unknown) => {
        if (isStopping) return resolve();
        if (!hasAnswered) return reject(new WorkerRefused("A worker process could not start: it says above why."));
        log.error({ end }, "a worker ended; another takes its place");
        setTimeout(next, PAUSE_MS);
      };
      const next = () => {
        if (isStopping) return resolve();
        try {
          const worker = cluster.fork(env);
          running.add(worker);
          worker.once("listening", () => {
            hasAnswered = true;
            resolve();
          });
          let hasEnded = false;
          const ended = (end: unknown) => {
            running.delete(worker);
            if (!hasEnded) follow(end);
            hasEnded = true;
          };
          worker.once("exit", (code, signal) => ended(signal ?? code));
          // Without a listener an error of one would end all. One without a process never exits.
          worker.on("error", (error) => {
            log.error({ err: error }, "a worker met an error");
            if (worker.process.pid === undefined) ended(error);
          });
        } catch (error) {
          follow(error); // No memory or no process is left for it at the moment.
        }
      };
      next();
    });
  const sending = setInterval(async () => {
    const state: QueueState = { areJobsRunning: await areJobsRunning().catch(() => false) };
    for (const worker of running) if (worker.isConnected()) worker.send(state);
  }, 1_000);
  // The first alone: a port that is taken then has one that says so.
  const ready = keepOne().then(async () => {
    await Promise.all(Array.from({ length: count - 1 }, keepOne));
  });
  return {
    ready,
    async stop() {
      isStopping = true;
      clearInterval(sending);
      await Promise.all([...running].map(end));
    },
  };
}

/** A worker did not start; what it met is printed by itself. */
export class WorkerRefused extends Error {}

const end = (worker: Worker): Promise<void> =>
  new Promise((resolve) => {
    if (worker.isDead()) return resolve();
    worker.once("exit", () => resolve());
    worker.process.kill("SIGTERM");
  });
