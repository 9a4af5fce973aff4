import { readEnvironment } from "@tiergraph/installation/environment";
import { ROOT } from "@tiergraph/installation/root";
import { createLog } from "@tiergraph/kit/process/log";
import { orExplain } from "./or-explain.js";
import { openPostgres } from "./postgres/open-postgres.js";

await orExplain(async () => {
  const environment = readEnvironment(process.env, ROOT);
  const log = createLog("tiergraph", environment.logLevel);
  // PostgreSQL comes up while everything else is loaded.
  const opening = openPostgres(environment.databaseUrl, environment.dataDirectory, log);
  const [{ startEmbedded }, postgres] = await Promise.all([import("./start-embedded.js"), opening]);
  await startEmbedded(environment, postgres, log);
});
