import { Command, InvalidArgumentError, Option } from "commander";
import { COUNTED_DAY_FORMATS, dayFormatOf, FOUND_DAY_FORMATS } from "./format/day-format.js";
import { NUMBER_FORMATS, numberFormatOf } from "./format/number-format.js";
import { fieldNamesOf, type ImportKind, isImportKind, KINDS } from "./kinds.js";
import type { FormatNotation } from "./mapping/mapping.js";
import { DELIMITERS } from "./table/detect-delimiter.js";
import { isEncoding } from "./table/inspect-file.js";

export interface ImportOptions extends FormatNotation {
  readonly map?: string[];
  readonly lookup?: Map<string, string>;
  readonly url: string;
  readonly token?: string;
  readonly refused: string;
  readonly batch: number;
  readonly suggest?: boolean;
  readonly dryRun?: boolean;
  readonly resume?: boolean;
}

/** What of the options is about the file's format. */
export const formatOf = ({ type, encoding, delimiter, skipLines, days, numbers }: ImportOptions): FormatNotation =>
  Object.fromEntries(
    Object.entries({ type, encoding, delimiter, skipLines, days, numbers }).filter(([, given]) => given !== undefined),
  );

const KIND_NAMES = Object.keys(KINDS) as ImportKind[]; // Its keys.

/**
 * The arguments of `npm run import`; parsing reports what is wrong and throws a CommanderError.
 *
 * @param port of the graph on this machine
 */
export const importCommand = (port: string): Command =>
  new Command("npm run import --")
    .argument("<what>", KIND_NAMES.join(", "), kindOf)
    .argument("<file>", "CSV, its first line the names of the columns, or JSON lines (.jsonl, .ndjson)")
    .option("--map <map>", "a YAML file, or field=column,field=column; may repeat, the later wins", collect)
    .option("--suggest", "print a mapping for the file, made from its columns, and send nothing")
    .option("--dry-run", "show the result for each line, and record nothing")
    .option("--resume", "go on where an interrupted import of the same file left off")
    .option("--lookup <name=file>", "where a lookup of the mapping is; may repeat", collectLookup)
    .option("--url <url>", "the graph", urlOf, `http://127.0.0.1:${port}/graphql`)
    .option("--token <token>", "default: TIERGRAPH_TOKEN, else a development token of this checkout")
    .option("--refused <file>", "where refused lines go, cells as they were (formulas too)", "refused.csv")
    .option("--batch <lines>", "lines in one request, 1 to 1000", batchOf, 500)
    .addOption(new Option("--type <type>", "default: by the file's name").choices(["csv", "json-lines"]))
    .option("--encoding <name>", "default: found among utf-8, utf-16 and windows-1252", encodingOf)
    .option("--delimiter <sign>", "default: found from the header among , ; tab |", delimiterOf)
    .option("--skip-lines <count>", "lines before the header", countOf)
    .option("--days <format>", "as DD.MM.YYYY; default: found", daysOf)
    .option("--numbers <format>", "as 1.234,56; default: found", numbersOf)
    .addHelpText("after", fieldsHelp())
    .exitOverride();

function kindOf(name: string): string {
  if (isImportKind(name)) return name;
  throw new InvalidArgumentError(`Expected is one of ${KIND_NAMES.join(", ")}.`);
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

function countOf(value: string): number {
  if (/^\d{1,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Expected is a number from 0 to 999.");
}

function encodingOf(value: string): string {
  if (isEncoding(value)) return value;
  throw new InvalidArgumentError("Expected is an encoding, for example utf-8, utf-16le, windows-1252 or shift_jis.");
}

function delimiterOf(value: string): string {
  const sign = /^(tab|\\t)$/i.test(value) ? "\t" : value;
  if (DELIMITERS.some((known) => known === sign)) return sign;
  throw new InvalidArgumentError("Expected is one of , ; tab |.");
}

function daysOf(value: string): string {
  if (dayFormatOf(value) !== null) return value;
  throw new InvalidArgumentError(
    `Expected are parts and signs, for example DD.MM.YYYY, or ${COUNTED_DAY_FORMATS.join(", ")}.`,
  );
}

function numbersOf(value: string): string {
  if (numberFormatOf(value) !== null) return value;
  throw new InvalidArgumentError(`Expected is one of ${NUMBER_FORMATS.join("  ")}.`);
}

function fieldsHelp(): string {
  const rows = KIND_NAMES.map(
    (kind) =>
      `  ${kind}: ${KINDS[kind].about}\n    ${fieldNamesOf(kind).join(", ")} (needed: ${KINDS[kind].required.join(", ")})`,
  );
  return `\nKinds and their fields; those of facts have attributes too: attributes.name=column\n${rows.join("\n")}\n
Days are found among ${FOUND_DAY_FORMATS.join("  ")}.
gateway/cli/examples/crm-deals.map.yaml explains mapping files; --suggest writes the first one.
Ends with 0 when all lines were taken, 1 when some were refused, 2 when arguments, mapping or file cannot be used,
3 when the graph could not be reached or refused, 130 when it was stopped.`;
}
