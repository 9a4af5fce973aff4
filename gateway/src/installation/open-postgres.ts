import path from "node:path";
import { startEmbeddedPostgres } from "@tiergraph/kit/database/embedded-postgres";

export interface OpenPostgres {
  /** Connection string of the owner. */
  readonly ownerUrl: string;
  /** For people: which server it is. */
  readonly title: string;
  stop(): Promise<void>;
}

/** The server that was given, or the embedded one with its data under the directory. */
export async function openPostgres(databaseUrl: string | null, directory: string): Promise<OpenPostgres> {
  if (databaseUrl !== null)
    return { ownerUrl: databaseUrl, title: "the PostgreSQL of DATABASE_URL", stop: async () => undefined };
  const { ownerUrl, stop } = await startEmbeddedPostgres({
    directory: path.join(directory, "postgres"),
    database: "tiergraph",
  });
  return { ownerUrl, title: "its embedded PostgreSQL", stop };
}
