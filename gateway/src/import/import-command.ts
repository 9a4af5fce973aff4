import { Command, InvalidArgumentError } from "commander";
import { DELIMITERS } from "./detect-delimiter.js";
import { FIELDS, isImportKind } from "./mapping.js";

export interface ImportOptions {
  readonly map: string[];
  readonly lookup?: Map<string, string>;
  readonly url: string;
  readonly token?: string;
  readonly refused: string;
  readonly batch: number;
  readonly delimiter?: string;
}

/**
 * The arguments of `npm run import`; parsing throws a CommanderError, after it told what is wrong.
 *
 * @param port of the graph on this machine
 */
export const importCommand = (port: string): Command =>
  new Command("npm run import --")
    .argument("<what>", Object.keys(FIELDS).join(" or "), kindOf)
    .argument("<file>", "CSV in UTF-8, its first line the names of the columns")
    .requiredOption("--map <map>", "a YAML file, or field=column,field=column; may repeat, the later wins", collect)
    .option("--lookup <name=file>", "where a lookup of the mapping is; may repeat", collectLookup)
    .option("--url <url>", "the graph", urlOf, `http://127.0.0.1:${port}/graphql`)
    .option("--token <token>", "default: TIERGRAPH_TOKEN, else a development token of this checkout")
    .option("--refused <file>", "where refused lines go, cells as they were (formulas too)", "refused.csv")
    .option("--batch <lines>", "lines in one request, 1 to 1000", batchOf, 500)
    .option("--delimiter <sign>", "default: found from the header among , ; tab |", delimiterOf)
    .addHelpText("after", fieldsHelp())
    .exitOverride();

function kindOf(name: string): string {
  if (isImportKind(name)) return name;
  throw new InvalidArgumentError(`Expected is ${Object.keys(FIELDS).join(" or ")}.`);
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function collectLookup(value: string, before: Map<string, string> = new Map()): Map<string, string> {
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
