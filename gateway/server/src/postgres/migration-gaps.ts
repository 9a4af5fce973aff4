import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "@tiergraph/kit/database/embedded-postgres";
import type { ServiceName } from "@tiergraph/kit/database/provision";
import { tableDifferences } from "@tiergraph/kit/database/table-differences";
import { migrateAll, TABLES } from "../embedded.js";

/** The statements that the migrations of services lack to make just what their tables say, found in a database of its own. */
export async function migrationGaps(
  services: readonly ServiceName[],
): Promise<{ service: ServiceName; sql: string }[]> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph-tables-"));
  const postgres = await startEmbeddedPostgres({ directory, database: "tables", isDurable: false });
  try {
    await migrateAll(postgres.ownerUrl, "the-tables-are-compared-in-a-database-of-their-own");
    const gaps = [];
    for (const service of services)
      for (const sql of await tableDifferences(postgres.ownerUrl, { service, tables: TABLES[service] }))
        gaps.push({ service, sql });
    return gaps;
  } finally {
    await postgres.stop();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}
