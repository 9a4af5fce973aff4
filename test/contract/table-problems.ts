import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { migrateAll, TABLES } from "@tiergraph/gateway-server/embedded";
import { startEmbeddedPostgres } from "@tiergraph/kit/database/embedded-postgres";
import { SERVICES } from "@tiergraph/kit/database/provision";
import { tableDifferences } from "@tiergraph/kit/database/table-differences";

/** Where the declared tables differ from a database that all migrations have made. */
export async function tableProblems(): Promise<string[]> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph-tables-"));
  const postgres = await startEmbeddedPostgres({ directory, database: "tables", isDurable: false });
  try {
    await migrateAll(postgres.ownerUrl, "the-tables-are-compared-in-a-database-of-their-own");
    const problems: string[] = [];
    for (const service of SERVICES)
      for (const difference of await tableDifferences(postgres.ownerUrl, { service, tables: TABLES[service] }))
        problems.push(`${service}: the migrated database is not what the tables say: ${difference}`);
    return problems;
  } finally {
    await postgres.stop();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}
