import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { developmentIssuer } from "../identity/client-tokens.js";
import { DELIMITERS } from "../import/detect-delimiter.js";
import { importFile } from "../import/import-file.js";
import { FIELDS, isImportKind } from "../import/mapping.js";
import { openProgress } from "../import/progress.js";
import { tellOutcome, UNUSABLE } from "../import/tell-outcome.js";
import { signDevelopmentToken } from "../installation/development-tokens.js";
import { EnvironmentRefused, readEnvironment } from "../installation/environment.js";
import { ROOT } from "../root.js";

// Imports a CSV file through the graph: `npm run import -- deals FILE --map MAP.yaml`.
const { env } = process;
// npm runs a script in the folder of the package; file names are meant from where the user stands.
const directory = (env.npm_lifecycle_event === "import" && env.INIT_CWD) || process.cwd();

interface Options {
  readonly map: string[];
  readonly lookup: Map<string, string>;
  readonly url: string;
  readonly token?: string;
  readonly refused: string;
  readonly batch: number;
  readonly delimiter: string | null;
}

const command = new Command("npm run import --")
  .argument("<what>", Object.keys(FIELDS).join(" or "), kindOf)
  .argument("<file>", "CSV in UTF-8, its first line the names of the columns")
  .requiredOption("--map <map>", "a YAML file, or field=column,field=column; may repeat, the later wins", collect)
  .option("--lookup <name=file>", "where a lookup of the mapping is; may repeat", collectLookup, new Map())
  .option("--url <url>", "the graph", urlOf, `http://127.0.0.1:${env.PORT || 4000}/graphql`)
  .option("--token <token>", "default: TIERGRAPH_TOKEN, else a development token of this checkout")
  .option("--refused <file>", "where refused lines go, cells as they were (formulas too)", "refused.csv")
  .option("--batch <lines>", "lines in one request, 1 to 1000", batchOf, 500)
  .option("--delimiter <sign>", "default: found from the header among , ; tab |", delimiterOf, null)
  .addHelpText("after", fieldsHelp())
  .exitOverride();

try {
  command.parse();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exit(error.exitCode === 0 ? 0 : UNUSABLE);
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
process.exitCode = await run(command.opts<Options>());

async function run({ map, lookup, token, refused, batch, ...options }: Options): Promise<number> {
  const [kind = "", file = ""] = command.args;
  if (!isImportKind(kind)) throw new Error("An unknown kind of import passed the check");
  const request = {
    ...options,
    kind,
    directory,
    maps: map,
    lookupFiles: lookup,
    imported: path.resolve(directory, file),
    refused: path.resolve(directory, refused),
    batchSize: batch,
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
  const { stdout, stderr, exitCode } = tellOutcome(outcome, request);
  for (const line of stdout) console.log(line);
  for (const line of stderr) console.error(line);
  return exitCode;
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

function kindOf(name: string): string {
  if (isImportKind(name)) return name;
  throw new InvalidArgumentError(`Expected is ${Object.keys(FIELDS).join(" or ")}.`);
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function collectLookup(value: string, before: Map<string, string>): Map<string, string> {
  const [, name, file] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  if (name === undefined || file === undefined) throw new InvalidArgumentError("Expected is name=file.");
  return new Map([...before, [name, file]]);
}

function urlOf(value: string): string {
  if (/^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : "")) return value;
  throw new InvalidArgumentError("Expected is an address that begins with http:// or https://.");
}

function batchOf(value: string): number {
  const lines = Number(value);
  if (/^\d+$/.test(value) && lines >= 1 && lines <= 1_000) return lines;
  throw new InvalidArgumentError("Expected is a number from 1 to 1000.");
}

function delimiterOf(value: string): string {
  const sign = /^(tab|\\t)$/i.test(value) ? "\t" : value;
  if (DELIMITERS.some((known) => known === sign)) return sign;
  throw new InvalidArgumentError("Expected is one of , ; tab |.");
}

function fieldsHelp(): string {
  const rows = Object.entries(FIELDS).map(
    ([kind, { known, required }]) => `  ${kind}: ${known.join(", ")} (needed: ${required.join(", ")})`,
  );
  return `\nFields:\n${rows.join("\n")}\n  deals have attributes too: attributes.name=column\n
gateway/examples/crm-deals.map.yaml explains mapping files.
Ends with 0 when all lines were taken, 1 when some were refused, 2 when arguments, mapping or file cannot be used,
3 when the graph could not be reached or refused, 130 when it was stopped.`;
}
