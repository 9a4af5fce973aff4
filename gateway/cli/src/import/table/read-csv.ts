import { CsvError, type Parser, parse } from "csv-parse";
import type { LineProblem, TableLine } from "../line/line-problem.js";
import { readText, type TextOptions } from "./read-text.js";

/** Longer records are taken for a quote that is never closed, so that a file of any length is read in constant memory. */
export const MAX_RECORD_CHARACTERS = 1_000_000;

interface RawRecord {
  readonly record: string[];
  readonly raw: string;
}

/**
 * Reads a CSV file record by record, the header first: any line ends, quotes by RFC 4180; a stray quote inside a field is
 * text. Blank lines are passed over, space before a field is dropped. A record that is ragged, or no text in the
 * encoding, comes with its problem. After a quote that is never closed nothing can be read: that record is the last.
 */
export async function* readCsv(
  file: string,
  { delimiter, ...options }: TextOptions & { readonly delimiter: string },
): AsyncGenerator<TableLine, void> {
  const records: RawRecord[] = [];
  const parser = parserInto(records, delimiter);
  let line = 1 + (options.skipLines ?? 0);
  let width: number | null = null;
  let failure: CsvError | null = null;
  const understood = function* (): Generator<TableLine> {
    for (const { record, raw } of records.splice(0)) {
      const start = line;
      line += lineBreaksOf(raw);
      if (record.length === 1 && record[0]?.trim() === "") continue;
      width ??= record.length;
      yield { line: start, cells: record, problem: problemOf(record, width, options.encoding) };
    }
  };
  try {
    for await (const text of readText(file, options)) {
      failure = await handOver((done) => parser.write(text, done));
      yield* understood();
      if (failure !== null) break;
    }
    failure ??= await handOver((done) => parser.end(done));
    yield* understood();
    if (failure !== null) yield unreadable(line, failure);
  } finally {
    parser.destroy();
  }
}

/** Records are collected as they are found: those that wait in the parser's own buffer are lost when it fails. */
function parserInto(records: RawRecord[], delimiter: string): Parser {
  const parser = parse({
    delimiter,
    bom: false, // The decoder has dropped it.
    // Not `rtrim`: with it the parser gives up at a stray quote, also where it should accept those.
    ltrim: true,
    raw: true,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: MAX_RECORD_CHARACTERS,
    // With `raw`, each record comes as this pair, although the type of the option says otherwise.
    on_record: (record: unknown) => {
      records.push(record as RawRecord);
      return null;
    },
  });
  parser.on("error", () => undefined); // The callbacks receive it as well.
  return parser;
}

/** Waits until the parser has taken what it was given. Null, or why it can read no further. */
async function handOver(give: (done: (error?: Error | null) => void) => void): Promise<CsvError | null> {
  const error = await new Promise<Error | null>((resolve) => give((failed) => resolve(failed ?? null)));
  if (error === null || error instanceof CsvError) return error;
  throw error;
}

/**
 * Counted from the text of the record: the parser's own count takes a CRLF inside quotes for two lines. A record that
 * ends in CRLF comes without the LF.
 */
const lineBreaksOf = (raw: string): number => raw.match(/\r\n|\r|\n/g)?.length ?? 0;

function problemOf(cells: readonly string[], width: number, encoding: string): LineProblem | null {
  if (cells.length !== width)
    return {
      code: cells.length < width ? "FIELDS_TOO_FEW" : "FIELDS_TOO_MANY",
      field: "",
      message: `The line has ${cells.length} fields, the header has ${width}.`,
    };
  if (cells.some((cell) => cell.includes("\uFFFD")))
    return {
      code: "TEXT_NOT_READABLE",
      field: "",
      message: `The line is no text in ${encoding}: --encoding names another encoding.`,
    };
  return null;
}

function unreadable(line: number, error: CsvError): TableLine {
  const raw: unknown = error.raw;
  const [firstLine = ""] = typeof raw === "string" ? raw.slice(0, 1_000).split(/[\r\n]/) : [];
  const { code, reason } = reasonOf(error);
  const message = `${reason}: nothing from here to the end of the file was read. Correct the file and import it again.`;
  return { line, cells: [firstLine], problem: { code, field: "", message } };
}

function reasonOf({ code, message }: CsvError): { code: string; reason: string } {
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return { code: "QUOTE_NOT_CLOSED", reason: "A quote opens here and is never closed" };
  if (code === "CSV_MAX_RECORD_SIZE")
    return {
      code: "RECORD_TOO_LONG",
      reason: `The record has over ${MAX_RECORD_CHARACTERS} characters, perhaps by a quote that is never closed`,
    };
  return { code: "LINE_UNREADABLE", reason: message };
}
