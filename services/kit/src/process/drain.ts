/** Runs `stop` once on SIGINT or SIGTERM, then ends the process: 0 when all drained, 1 when it did not within the limit. */
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
}
