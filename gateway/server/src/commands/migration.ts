import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { migrationName, migrationText, withMigration } from "@tiergraph/kit/database/migration-text";
import { isServiceName, SERVICES, type ServiceName } from "@tiergraph/kit/database/provision";
import { TABLES } from "../embedded.js";
import { migrationGaps } from "../postgres/migration-gaps.js";

// Drafts the migration that makes what the tables of a service say by now, and lists it.
const [service, why] = process.argv.slice(2);
if (!isServiceName(service) || why === undefined) {
  console.error(`npm run migration -- SERVICE "What it is for.", where SERVICE is one of ${SERVICES.join(", ")}`);
  process.exit(2);
}
const statements = (await migrationGaps([service])).map(({ sql }) => sql);
if (statements.length === 0) console.log(`The migrations of ${service} make just what its tables say.`);
else console.log(`${write(service, why)}: read it over, and name in its grants who may write new tables.`);

function write(service: ServiceName, why: string): string {
  const folder = path.join(ROOT, "services", service, "src/migrations");
  const landed = fs.readdirSync(folder).map((file) => Number(/^migration-(\d+)\.ts$/.exec(file)?.[1] ?? 0));
  const number = Math.max(...landed) + 1;
  const file = path.join(folder, `${migrationName(number)}.ts`);
  fs.writeFileSync(file, migrationText({ service, number, why, statements, tables: TABLES[service] }));
  const list = path.join(folder, "migrations.ts");
  fs.writeFileSync(list, withMigration(fs.readFileSync(list, "utf8"), number));
  return path.relative(ROOT, file);
}
