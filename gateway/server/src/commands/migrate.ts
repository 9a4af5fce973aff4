import { EnvironmentRefused, readEnvironment } from "@tiergraph/installation/environment";
import { ROOT } from "@tiergraph/installation/root";
import { SERVICES, serviceUrl } from "@tiergraph/kit/database/provision";
import { migrateAll } from "../embedded.js";
import { orExplain } from "../or-explain.js";

// Sets up the database of DATABASE_URL and prints the connection string of each service's login role; `quiet` prints
// none, for logs that others read.
await orExplain(async () => {
  const { databaseUrl, secrets } = readEnvironment(process.env, ROOT);
  if (databaseUrl === null) throw new EnvironmentRefused("DATABASE_URL: needed, as the owner of the database");
  await migrateAll(databaseUrl, secrets.secret);
  if (process.argv.includes("quiet")) return;
  for (const name of SERVICES) console.log(`${name}\t${serviceUrl(databaseUrl, name, secrets.secret)}`);
});
