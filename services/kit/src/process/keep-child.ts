import type { ChildProcess } from "node:child_process";

/** What a process sends its parent once it serves. */
export const STARTED = "started";

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;
/** What lives for so long was well: when it ends, it is started again at once. */
const WELL_MS = 60_000;

export interface KeptChild {
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

export interface ChildKeeper {
  readonly start: () => ChildProcess;
  /** It ended and will be started again after the pause. */
  readonly onEnd: (end: number | string, pauseMs: number) => void;
  /** It ended before it ever served: starting it again would help nobody. */
  readonly onRefuse: (code: number) => void;
}

/** Keeps a process running: one that ends after it has served is started again, after a pause that doubles. */
export function keepChild({ start, onEnd, onRefuse }: ChildKeeper): KeptChild {
  let running: ChildProcess | null = null;
  let waiting: NodeJS.Timeout | undefined;
  let hasServed = false;
  let isStopping = false;
  let pauseMs = FIRST_PAUSE_MS;
  const run = (): void => {
    const child = start();
    const startedAt = performance.now();
    running = child;
    child.on("message", (message) => {
      hasServed ||= message === STARTED;
    });
    child.once("exit", (code, signal) => {
      running = null;
      if (isStopping) return;
      if (!hasServed) return onRefuse(code ?? 1);
      if (performance.now() - startedAt > WELL_MS) pauseMs = FIRST_PAUSE_MS;
      onEnd(signal ?? code ?? 1, pauseMs);
      waiting = setTimeout(run, pauseMs);
      pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
    });
  };
  run();
  return {
    stop: () => {
      isStopping = true;
      clearTimeout(waiting);
      const child = running;
      if (child === null) return Promise.resolve();
      return new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      });
    },
  };
}
