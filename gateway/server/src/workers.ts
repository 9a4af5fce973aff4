import cluster, { type Worker } from "node:cluster";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { ROOT } from "@tiergraph/installation/root";
import type { Logger } from "@tiergraph/kit/process/log";

const PAUSE_MS = 1_000;

export interface Workers {
  /** Lets each answer what it has begun. */
  stop(): Promise<void>;
}

/**
 * Starts processes that answer requests on one port, and waits until all of them do. One that ends is replaced.
 *
 * @param env what they read of their environment besides that of this process
 * @throws where one ends before it answers
 */
export async function startWorkers(count: number, env: NodeJS.ProcessEnv, log: Logger): Promise<Workers> {
  const stopping = new AbortController();
  cluster.setupPrimary({ exec: path.join(ROOT, "gateway/server/dist/main-worker.js") });
  const started = Array.from({ length: count }, () => startOne(env));
  await Promise.all(started.map(untilListening));
  const keep = (worker: Worker): void => {
    worker.once("exit", async (code, signal) => {
      if (stopping.signal.aborted) return;
      log.error({ worker: worker.process.pid, end: signal ?? code }, "a worker ended; another takes its place");
      await setTimeout(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) keep(startOne(env));
    });
  };
  for (const worker of started) keep(worker);
  return {
    async stop() {
      stopping.abort();
      await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && end(worker)));
    },
  };
}

const startOne = (env: NodeJS.ProcessEnv): Worker => cluster.fork(env);

const untilListening = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.once("listening", () => resolve());
    worker.once("exit", () => reject(new WorkerRefused("A worker process could not start: it says above why.")));
  });

/** A worker did not start; what it met is printed by itself. */
export class WorkerRefused extends Error {}

const end = (worker: Worker): Promise<void> =>
  new Promise((resolve) => {
    worker.once("exit", () => resolve());
    worker.process.kill("SIGTERM");
  });
