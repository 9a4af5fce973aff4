/** Runs `stop` once on SIGINT, SIGTERM or the death of the parent, then ends the process: 0 when all drained, 1 when it did not within the limit. */
export function drainOnSignal(stop: () => Promise<void>, limitMs = 10_000): void {
  let isStopping = false;
  const drain = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), limitMs).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", drain);
  process.on("SIGTERM", drain);
  // Started by another process of ours, which has died: nobody else would end this one.
  process.on("disconnect", drain);
}
