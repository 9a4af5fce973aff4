import path from "node:path";
import type { Logger } from "@tiergraph/kit/process/log";
import { keepPostgres } from "./keep-postgres.js";

export interface OpenPostgres {
  /** Connection string of the owner. */
  readonly ownerUrl: string;
  /** For people: which server it is. */
  readonly title: string;
  stop(): Promise<void>;
}

/** The server that was given, or the embedded one with its data under the directory, which is kept running. */
export async function openPostgres(databaseUrl: string | null, directory: string, log: Logger): Promise<OpenPostgres> {
  if (databaseUrl !== null)
    return { ownerUrl: databaseUrl, title: "the PostgreSQL of DATABASE_URL", stop: async () => undefined };
  const { ownerUrl, stop } = await keepPostgres(
    { directory: path.join(directory, "postgres"), database: "tiergraph" },
    {
      onRestart: () => log.warn("the embedded PostgreSQL ended and is started again"),
      onGiveUp: (reason) => {
        console.error(reason);
        process.exit(1);
      },
    },
  );
  return { ownerUrl, title: "its embedded PostgreSQL", stop };
}
