import type { TableLine } from "./line/line-problem.js";
import type { Progress } from "./progress.js";
import type { RefusedFile } from "./refused-file.js";
import type { Checkpoint, ResumeFile } from "./resume-file.js";
import { addCounts, type Counts, type Sender } from "./send/send-batch.js";
import type { Table } from "./table/open-table.js";

export interface ImportTally {
  readonly counts: Counts;
  readonly linesRead: number;
  /** Of those, lines that the mapping passes over. */
  readonly linesSkipped: number;
  readonly linesRefused: number;
  /** The last line of the file that is settled; 0 before any is. */
  readonly lastLine: number;
}

export type ImportRun =
  | { readonly kind: "Finished" | "Stopped"; readonly tally: ImportTally }
  | { readonly kind: "GraphFailed"; readonly tally: ImportTally; readonly message: string };

export interface ImportParts {
  readonly table: Pick<Table, "lines">;
  readonly isRead: (cells: readonly string[]) => boolean;
  readonly sender: Sender;
  readonly refused: RefusedFile;
  /** Null in a dry run, of which nothing is to be resumed. */
  readonly resumeFile: ResumeFile | null;
  /** Where an interrupted import left off; null to begin. */
  readonly from: Checkpoint | null;
  readonly progress: Progress;
  /** Lines in a batch, 1 to 1,000. */
  readonly batchSize: number;
  readonly isStopped: () => boolean;
}

/**
 * Sends a file batch by batch, one after the other, so that lines of one external id keep their order. Stops after the
 * current batch when asked to, and at the first batch that the graph does not take: what came before stays.
 */
export async function runImport(parts: ImportParts): Promise<ImportRun> {
  const { table, sender, refused, resumeFile, from, progress, batchSize, isStopped } = parts;
  let tally: ImportTally = from ?? {
    counts: sender.counts,
    linesRead: 0,
    linesSkipped: 0,
    linesRefused: 0,
    lastLine: 0,
  };
  let bytes = 0;
  try {
    const lines = linesAfter(
      table.lines((read) => (bytes = read)),
      tally.lastLine,
    );
    for await (const batch of inBatches(lines, batchSize)) {
      const wanted = batch.filter(({ cells, problem }) => problem !== null || parts.isRead(cells));
      const sent = await sender.send(wanted);
      if (sent.kind === "GraphFailed") return isStopped() ? { kind: "Stopped", tally } : { ...sent, tally };
      const refusedBytes = await refused.add(sent.refusals);
      tally = {
        counts: addCounts(tally.counts, sent.counts),
        linesRead: tally.linesRead + batch.length,
        linesSkipped: tally.linesSkipped + batch.length - wanted.length,
        linesRefused: tally.linesRefused + sent.refusals.length,
        lastLine: batch.at(-1)?.line ?? tally.lastLine,
      };
      await resumeFile?.keep({ ...tally, refusedBytes });
      progress.at({ lines: tally.linesRead, bytes });
      if (isStopped()) return { kind: "Stopped", tally };
    }
    await resumeFile?.remove();
    return { kind: "Finished", tally };
  } finally {
    await refused.close();
    progress.stop();
  }
}

async function* linesAfter(lines: AsyncIterable<TableLine>, last: number): AsyncGenerator<TableLine> {
  for await (const line of lines) if (line.line > last) yield line;
}

async function* inBatches(lines: AsyncIterable<TableLine>, size: number): AsyncGenerator<TableLine[]> {
  let batch: TableLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
