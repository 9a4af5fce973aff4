import fs from "node:fs/promises";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import type { Refusal } from "./line/line-problem.js";

/** What stands before the original columns. */
export const REFUSED_COLUMNS = ["refused_line", "refused_id", "refused_code", "refused_field", "refused_message"];

export interface RefusedFile {
  /** Of one batch, none where all of it was taken; answers how long the file is then, in bytes. */
  add(refusals: readonly Refusal[]): Promise<number>;
  /** Ends the file. Where batches came and nothing was refused, none is left of an earlier run either. */
  close(): Promise<void>;
}

/** How one import writes down what it refused: as CSV of the same delimiter. */
export interface RefusedFormat {
  readonly header: readonly string[];
  readonly delimiter: string;
}

/**
 * Writes refused lines with their reasons, so that they can be corrected there and imported again. The original cells
 * stand as they were, formulas included: open such a file as text, not in a program that runs them.
 *
 * @param keptBytes of a file that an interrupted import left: what follows them is written again; null to begin anew
 */
export function openRefusedFile(file: string, format: RefusedFormat, keptBytes: number | null = null): RefusedFile {
  let handle: fs.FileHandle | null = null;
  let isBegun = false;
  let bytes = keptBytes ?? 0;
  const write = async (text: string): Promise<void> => {
    bytes += (await (handle as fs.FileHandle).write(text)).bytesWritten; // Opened by the one who calls.
  };
  /** A crash may have left lines of a batch that comes again. */
  const begin = async (): Promise<void> => {
    if (isBegun) return;
    isBegun = true;
    if (bytes === 0) return;
    const left = await fs.stat(file).catch(() => null);
    if (left !== null && left.size >= bytes) await fs.truncate(file, bytes);
    else bytes = 0;
  };
  const open = async (): Promise<void> => {
    if (handle !== null) return;
    handle = await fs.open(file, bytes > 0 ? "a" : "w");
    if (bytes === 0) await write(row([...REFUSED_COLUMNS, ...originalCells(format.header, format)], format));
  };
  return {
    add: async (refusals) => {
      await begin();
      if (refusals.length === 0) return bytes;
      const rows = refusals.map(({ line, externalId, problem }) =>
        row(
          [
            String(line.line),
            externalId,
            problem.code,
            problem.field,
            problem.message,
            ...originalCells(line.cells, format),
          ],
          format,
        ),
      );
      await open();
      await write(rows.join(""));
      return bytes;
    },
    close: async () => {
      if (handle !== null) await handle.close();
      else if (isBegun && bytes === 0) await fs.rm(file, { force: true });
    },
  };
}

const row = (cells: readonly string[], { delimiter }: RefusedFormat): string => stringify([[...cells]], { delimiter });

/** A file of refused lines that is imported again does not gather the reasons of each round. */
const originalCells = (cells: readonly string[], { header }: RefusedFormat): readonly string[] =>
  REFUSED_COLUMNS.every((column, i) => header[i] === column) ? cells.slice(REFUSED_COLUMNS.length) : cells;

/** Why refused lines cannot be written there; null where they can. Nothing but a file of refused lines is overwritten. */
export async function refusedFileProblem(file: string, imported: string): Promise<string | null> {
  if ((await realPath(file)) === (await realPath(imported)))
    return `${file} is the file to import. Name another for refused lines with --refused.`;
  const directory = path.dirname(file);
  try {
    await fs.access(directory, fs.constants.W_OK);
  } catch {
    return `${directory} cannot be written to. Name another file for refused lines with --refused.`;
  }
  const start = await startOf(file);
  if (start.kind === "Unreadable")
    return `${file} cannot be written. Name another file for refused lines with --refused.`;
  if (start.kind === "Absent" || start.text === "" || /^\uFEFF?"?refused_line\b/.test(start.text)) return null;
  return `${file} exists and holds no refused lines. Name another file for them with --refused.`;
}

type FileStart =
  | { readonly kind: "Start"; readonly text: string }
  | { readonly kind: "Absent" }
  | { readonly kind: "Unreadable" };

async function startOf(file: string): Promise<FileStart> {
  try {
    const handle = await fs.open(file, "r+");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
      return { kind: "Start", text: buffer.subarray(0, bytesRead).toString("utf8") };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { kind: isAbsent ? "Absent" : "Unreadable" };
  }
}

const realPath = (file: string): Promise<string> => fs.realpath(file).catch(() => path.resolve(file));
