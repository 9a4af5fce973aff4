export interface Drain {
  /** Called at once: from now on the process says that it is not ready. */
  readonly onLeave?: () => void;
  /** How long it goes on to answer, so that balancers stop sending before it stops taking. */
  readonly leaveMs?: number;
  /** Lets what was begun come to its end. */
  readonly stop: () => Promise<void>;
  /** For `stop`; ten seconds where left out. */
  readonly limitMs?: number;
}

/**
 * Drains once on SIGINT, SIGTERM or the death of the parent, then ends the process: 0 when all drained, 1 when it did not
 * within the limit. A person who presses Ctrl-C does not wait for balancers.
 */
export function drainOnSignal({ onLeave = () => undefined, leaveMs = 0, stop, limitMs = 10_000 }: Drain): void {
  let isStopping = false;
  const drain = (waitMs: number) => {
    if (isStopping) return;
    isStopping = true;
    onLeave();
    setTimeout(() => process.exit(1), waitMs + limitMs).unref();
    new Promise((resolve) => setTimeout(resolve, waitMs)).then(stop).then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", () => drain(0));
  process.on("SIGTERM", () => drain(leaveMs));
  // Started by another process of ours, which has died: nobody else would end this one.
  process.on("disconnect", () => drain(0));
}
