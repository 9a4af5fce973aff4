import type { TableLine } from "../line/line-problem.js";
import { detectDelimiter } from "./detect-delimiter.js";
import { type FileInspection, inspectFile } from "./inspect-file.js";
import { readCsv } from "./read-csv.js";
import { readJsonLines } from "./read-json-lines.js";
import { readText, type TextOptions } from "./read-text.js";

/** How a file is to be read; what is null is found. */
export interface TableFormat {
  readonly type: "csv" | "json-lines" | null;
  /** As `TextDecoder` names it. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Lines that stand before the header. */
  readonly skipLines: number;
}

export const FOUND_FORMAT: TableFormat = { type: null, encoding: null, delimiter: null, skipLines: 0 };

/** A table that was looked through, and may be read as often as wanted. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  readonly type: "csv" | "json-lines";
  readonly encoding: string;
  /** What refused lines are set apart by, too. */
  readonly delimiter: string;
  readonly totalBytes: number;
  /** Of all that the file holds. */
  readonly sha256: string;
  /** What follows the header. @param onBytes called with how much of the file was read */
  lines(onBytes?: (bytes: number) => void): AsyncGenerator<TableLine, void>;
}

export type TableOpening =
  | { readonly kind: "TableOpened"; readonly table: Table }
  | { readonly kind: "TableRefused"; readonly message: string };

/** Enough for any header. */
const HEADER_CHARACTERS = 64 * 1024;
/** Objects of JSON lines whose names make the header. */
const HEADER_OBJECTS = 20_000;

/** Opens a CSV file or JSON lines (`.jsonl`, `.ndjson`) and reads its header. */
export async function openTable(file: string, format: TableFormat = FOUND_FORMAT): Promise<TableOpening> {
  const inspection = await inspected(file);
  if (typeof inspection === "string") return refused(inspection);
  const encoding = format.encoding ?? inspection.encoding;
  const type = format.type ?? (/\.(jsonl|ndjson)$/i.test(file) ? "json-lines" : "csv");
  const text = { encoding, skipLines: format.skipLines };
  const about = { file, type, encoding, totalBytes: inspection.bytes, sha256: inspection.sha256 };
  return type === "csv" ? openCsv(about, text, format.delimiter) : openJsonLines(about, text);
}

type About = Pick<Table, "file" | "type" | "encoding" | "totalBytes" | "sha256">;

async function openCsv(about: About, text: TextOptions, given: string | null): Promise<TableOpening> {
  const { file } = about;
  const start = await startOf(file, text);
  if (start.includes("\0"))
    return refused(`${file} is no text in ${about.encoding}. --encoding names another encoding.`);
  const delimiter = given ?? detectDelimiter(start);
  const lines = readCsv(file, { ...text, delimiter });
  const first = await lines.next();
  await lines.return();
  if (first.done) return refused(`${file} is empty: its first line must name the columns.`);
  const { cells, problem, line } = first.value;
  if (problem !== null) return refused(`${file}, line ${line}: ${problem.message}`);
  return {
    kind: "TableOpened",
    table: {
      ...about,
      delimiter,
      header: cells.map((name) => name.trim()),
      lines: async function* (onBytes) {
        const all = readCsv(file, { ...text, delimiter, ...(onBytes === undefined ? {} : { onBytes }) });
        await all.next();
        yield* all;
      },
    },
  };
}

async function openJsonLines(about: About, text: TextOptions): Promise<TableOpening> {
  const { file } = about;
  const names = new Set<string>();
  let objects = 0;
  for await (const { values } of readJsonLines(file, text)) {
    for (const name of values.keys()) names.add(name);
    if (++objects === HEADER_OBJECTS) break;
  }
  if (names.size === 0) return refused(`${file} holds no JSON objects, one a line.`);
  const header = [...names];
  return {
    kind: "TableOpened",
    table: {
      ...about,
      delimiter: ",",
      header,
      lines: async function* (onBytes) {
        for await (const { line, values, problem } of readJsonLines(file, {
          ...text,
          ...(onBytes === undefined ? {} : { onBytes }),
        }))
          yield { line, cells: header.map((name) => values.get(name) ?? ""), problem };
      },
    },
  };
}

async function startOf(file: string, text: TextOptions): Promise<string> {
  let start = "";
  for await (const piece of readText(file, text)) {
    start += piece;
    if (start.length >= HEADER_CHARACTERS) break;
  }
  return start.slice(0, HEADER_CHARACTERS);
}

async function inspected(file: string): Promise<FileInspection | string> {
  try {
    return await inspectFile(file);
  } catch (error) {
    return `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const refused = (message: string): TableOpening => ({ kind: "TableRefused", message });
