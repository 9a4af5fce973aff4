import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { developmentIssuer } from "@tiergraph/installation/client-tokens";
import { signDevelopmentToken } from "@tiergraph/installation/development-tokens";
import { EnvironmentRefused, readEnvironment } from "@tiergraph/installation/environment";
import { ROOT } from "@tiergraph/installation/root";
import { CommanderError } from "commander";
import { formatOf, type ImportOptions, importCommand } from "../import/import-command.js";
import { importFile } from "../import/import-file.js";
import { type ImportKind, isImportKind } from "../import/kinds.js";
import { suggestMapping } from "../import/mapping/suggest-mapping.js";
import { openProgress } from "../import/progress.js";
import { reportOutcome, UNUSABLE } from "../import/report-outcome.js";
import { FOUND_FORMAT, openTable } from "../import/table/open-table.js";

// Imports a file through the graph: `npm run import -- deals FILE --map MAP.yaml`.
const { env } = process;
// npm runs a script in the folder of the package; file names are meant from where the user stands.
const directory = (env.npm_lifecycle_event === "import" && env.INIT_CWD) || process.cwd();

const command = importCommand(env.PORT || "4000");
try {
  command.parse();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exit(error.exitCode === 0 ? 0 : UNUSABLE);
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
process.exitCode = await run(command.opts<ImportOptions>());

async function run(options: ImportOptions): Promise<number> {
  const { map, lookup, token, refused, batch, url, suggest = false } = options;
  const [kind = "", file = ""] = command.args;
  if (!isImportKind(kind)) throw new Error("An unknown kind of import passed the check");
  const imported = path.resolve(directory, file);
  if (suggest) return suggested(kind, imported, options);
  if (map === undefined) {
    console.error("A mapping is needed: --map FILE.yaml, or --map field=column. --suggest writes a first one.");
    return UNUSABLE;
  }
  const request = {
    kind,
    url,
    directory,
    imported,
    maps: map,
    lookupFiles: lookup ?? new Map<string, string>(),
    refused: path.resolve(directory, refused),
    batchSize: batch,
    format: formatOf(options),
    isDryRun: options.dryRun ?? false,
    isResumed: options.resume ?? false,
    token: token || env.TIERGRAPH_TOKEN || (await developmentToken()),
  };
  const outcome = await importFile(request, {
    time: {
      now: () => performance.now(),
      pause: (ms) => setTimeout(ms, undefined, { signal: stop.signal }).catch(() => undefined),
      isStopped: () => stop.signal.aborted,
    },
    openProgress: (totalBytes) => openProgress(process.stderr, { totalBytes, now: () => performance.now() }),
  });
  const { stdout, stderr, exitCode } = reportOutcome(outcome, request);
  for (const line of stdout) console.log(line);
  for (const line of stderr) console.error(line);
  return exitCode;
}

async function suggested(kind: ImportKind, file: string, options: ImportOptions): Promise<number> {
  const opening = await openTable(file, { ...FOUND_FORMAT, ...formatOf(options) });
  if (opening.kind === "TableRefused") {
    console.error(opening.message);
    return UNUSABLE;
  }
  process.stdout.write(await suggestMapping(kind, opening.table));
  return 0;
}

async function developmentToken(): Promise<string> {
  try {
    const { clientTrust } = readEnvironment(env, ROOT);
    if (clientTrust.kind === "IdentityProvider")
      throw new EnvironmentRefused(
        "In production pass a token of the identity provider with --token or TIERGRAPH_TOKEN.",
      );
    return await signDevelopmentToken(developmentIssuer(clientTrust.tokenKey), "ingest", []);
  } catch (error) {
    if (!(error instanceof EnvironmentRefused)) throw error;
    console.error(error.message);
    process.exit(UNUSABLE);
  }
}
