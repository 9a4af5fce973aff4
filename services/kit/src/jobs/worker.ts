import { setTimeout } from "node:timers/promises";
import type { ServiceName } from "../database/provision.js";
import type { Logger } from "../process/log.js";
import { openLiveness } from "./liveness.js";
import { type Runner, startRunner } from "./runner.js";

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
  /** False while the database is away; true again by itself when it is back. */
  isRunning(): boolean;
  /** Lets running jobs end; the others stay in the queue. */
  stop(): Promise<void>;
}

const LONGEST_PAUSE_MS = 2_000;

/**
 * Works on one service's queue until it is stopped. A runner in trouble is replaced: the old one takes no more jobs and
 * ends when those it has do, the new one starts as soon as the database answers.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { log } = options;
  const life = await openLiveness(options);
  const leaving = new Set<Runner>();
  let isStopping = false;
  let current: Runner | null = await startRunner(options, life).catch(async (error) => {
    await life.end();
    throw error;
  });

  const leave = (runner: Runner): void => {
    leaving.add(runner);
    void runner.stop().finally(() => leaving.delete(runner));
  };
  const replacement = async (): Promise<Runner | null> => {
    for (let pauseMs = 100; !isStopping; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      await setTimeout(pauseMs);
      while (!isStopping && !life.isHeld()) await setTimeout(50);
      if (isStopping) break;
      try {
        return await startRunner(options, life);
      } catch (error) {
        log.warn({ err: error }, "the queue's runner did not start; again soon");
      }
    }
    return null;
  };
  const supervise = async (): Promise<void> => {
    while (current !== null) {
      const reason = await current.trouble;
      if (isStopping) return;
      log.warn({ reason }, "the queue's runner is replaced");
      leave(current);
      current = null;
      current = await replacement();
      if (isStopping) return;
      if (current !== null) log.info("the queue's runner works again");
    }
  };
  const supervised = supervise();

  return {
    isRunning: () => current !== null && life.isHeld() && !isStopping,
    async stop() {
      isStopping = true;
      if (current !== null) leave(current);
      // A runner that is just starting is left as well.
      await supervised;
      if (current !== null) leave(current);
      const runners = [...leaving];
      for (const runner of runners) runner.hurry();
      await Promise.all(runners.map((runner) => runner.stop()));
      await life.end();
    },
  };
}
