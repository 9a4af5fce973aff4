import fs from "node:fs/promises";
import { detectDelimiter } from "./detect-delimiter.js";
import type { CsvLine } from "./line-problem.js";
import { readLines } from "./read-lines.js";

export interface OpenCsv {
  readonly header: readonly string[];
  readonly delimiter: string;
  /** What follows the header; may be read once. */
  readonly lines: AsyncGenerator<CsvLine, void>;
  readonly totalBytes: number;
  bytesRead(): number;
}

export type CsvOpening =
  | { readonly kind: "CsvOpened"; readonly csv: OpenCsv }
  | { readonly kind: "CsvRefused"; readonly message: string };

/** Enough for any header. */
const START_BYTES = 64 * 1024;

/**
 * Opens a CSV file and reads its header.
 *
 * @param delimiter null to find it from the header
 */
export async function openCsv(file: string, delimiter: string | null): Promise<CsvOpening> {
  const start = await readStart(file);
  if (start.kind === "CsvRefused") return start;
  if (start.bytes.includes(0)) return refused(`${file} is no UTF-8 text. Save it as CSV in UTF-8.`);
  const separator = delimiter ?? detectDelimiter(start.bytes.toString("utf8"));
  let bytes = 0;
  const lines = readLines(file, {
    delimiter: separator,
    onBytes: (read) => {
      bytes = read;
    },
  });
  const first = await lines.next();
  if (first.done) return refused(`${file} is empty: its first line must name the columns.`);
  if (first.value.problem !== null) {
    await lines.return();
    return refused(`${file}, line ${first.value.line}: ${first.value.problem.message}`);
  }
  const csv = {
    header: first.value.cells.map((name) => name.trim()),
    delimiter: separator,
    lines,
    totalBytes: start.totalBytes,
    bytesRead: () => bytes,
  };
  return { kind: "CsvOpened", csv };
}

const refused = (message: string) => ({ kind: "CsvRefused", message }) as const;

async function readStart(file: string) {
  try {
    const handle = await fs.open(file);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return refused(`${file} is no file.`);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
      return { kind: "Start", bytes: buffer.subarray(0, bytesRead), totalBytes: stat.size } as const;
    } finally {
      await handle.close();
    }
  } catch (error) {
    return refused(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
