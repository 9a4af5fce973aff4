import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { catalogueText, declaredMessages } from "@tiergraph/gateway-server/commands/declared-messages";
import { composeSupergraph } from "@tiergraph/gateway-server/compose-supergraph";
import { subgraphSdls } from "@tiergraph/gateway-server/embedded";
import { manifestOf } from "@tiergraph/gateway-server/persisted/safelist";
import { migrationGaps } from "@tiergraph/gateway-server/postgres/migration-gaps";
import { ROOT } from "@tiergraph/installation/root";
import { SERVICES } from "@tiergraph/kit/database/provision";
import { catalogueGaps } from "@tiergraph/schema/catalogue-gaps";
import { DEFAULT_LANGUAGE, LANGUAGES, readCatalogue } from "@tiergraph/schema/messages";
import { readOperations } from "@tiergraph/schema/operations";
import { schemaFile } from "@tiergraph/schema/schema-files";
import { breakingChanges } from "./breaking-changes.js";
import { composeByGuild } from "./compose-by-guild.js";
import { invalidOperations } from "./invalid-operations.js";

// The last part of `pnpm check`: the committed contracts are the code's, compose twice over, and break no client; the catalogues
// have each message.

const problems: string[] = [];
const sdls = await subgraphSdls();
const committed = (name: string): string => fs.readFileSync(schemaFile(`${name}.graphql`), "utf8");

for (const name of SERVICES)
  if (committed(name) !== sdls[name])
    problems.push(`schema/${name}.graphql is not what the code says: run npm run schema.`);

const composition = composeSupergraph(sdls);
if (composition.kind === "CompositionRefused") problems.push(...composition.problems);
else {
  if (committed("supergraph") !== composition.supergraph)
    problems.push("schema/supergraph.graphql is stale: run npm run schema.");
  if (committed("api") !== composition.api) problems.push("schema/api.graphql is stale: run npm run schema.");
  problems.push(...composeByGuild(sdls));
  problems.push(...invalidOperations(composition.api));
  problems.push(
    ...(await breakingChanges({
      before: lastLanded("schema/api.graphql"),
      after: composition.api,
      reasons: lastReasons(),
    })),
  );
}

for (const { service, sql } of await migrationGaps(SERVICES))
  problems.push(
    `${service}: its migrations do not make what its tables say; \`npm run migration\` drafts what is missing: ${sql}`,
  );

const documents = readOperations().map(({ document }) => document);
if (fs.readFileSync(schemaFile("persisted-queries.json"), "utf8") !== manifestOf(documents))
  problems.push("schema/persisted-queries.json is stale: run npm run schema.");

const declared = await declaredMessages();
if (catalogueText(readCatalogue(DEFAULT_LANGUAGE)) !== catalogueText(declared))
  problems.push("schema/messages/en.json is not what the code says: run npm run schema.");
for (const language of LANGUAGES.slice(1)) problems.push(...catalogueGaps(language, readCatalogue(language), declared));

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? "The contracts hold." : `${problems.length} problem(s) with the contracts.`);
process.exit(problems.length === 0 ? 0 : 1);

/** The file as it was before the commits that are not on the landed branch; null where it did not exist. */
function lastLanded(file: string): string | null {
  for (const base of ["origin/main", "HEAD~1"]) {
    try {
      return execFileSync("git", ["show", `${base}:${file}`], {
        cwd: ROOT,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    } catch {
      // No such branch, or no such file on it: the next base is asked.
    }
  }
  return null;
}

/** Reasons for breaking changes: lines of CHANGELOG.md that begin with `- Breaking:` and name the type or field. */
function lastReasons(): string[] {
  const changelog = fs.readFileSync(`${ROOT}/CHANGELOG.md`, "utf8");
  return changelog.split("\n").filter((line) => line.startsWith("- Breaking:"));
}
