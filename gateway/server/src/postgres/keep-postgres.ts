import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "@tiergraph/kit/database/embedded-postgres";

/** An embedded PostgreSQL that dies more often than this within the time is beyond help. */
const MAX_RESTARTS = 5;
const WITHIN_MS = 60_000;

export interface KeptPostgres {
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

export interface PostgresKeeper {
  /** PostgreSQL has ended by itself and is started again. */
  readonly onRestart: () => void;
  /** PostgreSQL cannot be kept up; the reason in one line. */
  readonly onGiveUp: (reason: string) => void;
}

/** Starts the embedded PostgreSQL and, each time that it dies, starts it again at the same address. */
export async function keepPostgres(
  options: EmbeddedPostgresOptions,
  { onRestart, onGiveUp }: PostgresKeeper,
): Promise<KeptPostgres> {
  let running = await startEmbeddedPostgres(options);
  let isStopping = false;
  let starting: Promise<unknown> = Promise.resolve();
  const deaths: number[] = [];
  const watch = ({ ended, port }: EmbeddedPostgres): void => {
    void ended.then(() => {
      if (!isStopping) starting = startAgain(port);
    });
  };
  const startAgain = async (port: number): Promise<void> => {
    deaths.push(performance.now());
    if (deaths.filter((at) => at > performance.now() - WITHIN_MS).length > MAX_RESTARTS)
      return onGiveUp(`The embedded PostgreSQL ended ${MAX_RESTARTS + 1} times within a minute.`);
    onRestart();
    try {
      running = await startEmbeddedPostgres({ ...options, port });
      watch(running);
    } catch (error) {
      onGiveUp(error instanceof Error ? error.message : String(error));
    }
  };
  watch(running);
  return {
    ownerUrl: running.ownerUrl,
    async stop() {
      isStopping = true;
      await starting; // One that is just starting would outlive this process's end otherwise.
      await running.stop();
    },
  };
}
