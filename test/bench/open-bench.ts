import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { migrateAll } from "@tiergraph/gateway-server/embedded";
import { type Database, openDatabase } from "@tiergraph/kit/database/database";
import { startEmbeddedPostgres } from "@tiergraph/kit/database/embedded-postgres";
import { serviceUrl } from "@tiergraph/kit/database/provision";
import pg from "pg";

const SECRET = "a secret of the benchmark, which guards nothing";

export interface Bench {
  readonly ownerUrl: string;
  readonly secret: string;
  readonly owner: Database;
  readonly partners: Database;
  readonly metrics: Database;
}

/** Runs a benchmark on a PostgreSQL of its own, durable as in production, that is gone afterwards. */
export async function withBench(run: (bench: Bench) => Promise<void>): Promise<void> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph bench "));
  const postgres = await startEmbeddedPostgres({ directory, database: "bench", isDurable: true });
  try {
    const { ownerUrl } = postgres;
    await migrateAll(ownerUrl, SECRET);
    const owner = await openDatabase({ url: ownerUrl });
    const partners = await openDatabase({ url: serviceUrl(ownerUrl, "partners", SECRET) });
    const metrics = await openDatabase({ url: serviceUrl(ownerUrl, "metrics", SECRET) });
    await run({ ownerUrl, secret: SECRET, owner, partners, metrics });
    await Promise.all([owner.close(), partners.close(), metrics.close()]);
  } finally {
    await postgres.stop();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

/** What a database does of itself some time after a large import: no contestant should pay for it. */
export async function settle(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("vacuum (freeze, analyze)");
  await client.query("checkpoint");
  await client.end();
}
