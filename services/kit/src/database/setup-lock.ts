import pg from "pg";

/** Any number that nothing else in the database locks. */
const SETUP = 7204817035;

/**
 * Runs `work` while no other process sets the same database up; a process that comes second waits for the first. The lock
 * belongs to a connection, so that a process that is killed leaves none behind.
 */
export async function withSetupLock<Result>(ownerUrl: string, work: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  // A connection that breaks meanwhile is found by the statements of the work, which name what failed.
  client.on("error", () => undefined);
  await client.connect();
  try {
    // The other may take longer than the limits that are set for the server.
    await client.query("set statement_timeout = 0");
    await client.query("set lock_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [SETUP]);
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}
