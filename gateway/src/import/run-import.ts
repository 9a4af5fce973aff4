import type { CsvLine } from "./line-problem.js";
import type { OpenCsv } from "./open-csv.js";
import type { Progress } from "./progress.js";
import type { RefusedFile } from "./refused-file.js";
import { addCounts, type Counts, type Sender } from "./send-batch.js";

export interface ImportTally {
  readonly counts: Counts;
  readonly linesRead: number;
  readonly linesRefused: number;
  /** The last line of the file that is settled; 1 is the header. */
  readonly lastLine: number;
}

export type ImportRun =
  | { readonly kind: "Finished" | "Stopped"; readonly tally: ImportTally }
  | { readonly kind: "GraphFailed"; readonly tally: ImportTally; readonly message: string };

export interface ImportParts {
  readonly csv: Pick<OpenCsv, "lines" | "bytesRead">;
  readonly sender: Sender;
  readonly refused: RefusedFile;
  readonly progress: Progress;
  /** Lines in a batch, 1 to 1,000. */
  readonly batchSize: number;
  readonly isStopped: () => boolean;
}

/**
 * Sends a file batch by batch, one after the other, so that lines of one external id keep their order. Stops after the
 * current batch when it is told to, and at the first batch that the graph does not take: what came before stays.
 */
export async function runImport(parts: ImportParts): Promise<ImportRun> {
  const { csv, sender, refused, progress, batchSize, isStopped } = parts;
  let tally: ImportTally = { counts: sender.counts, linesRead: 0, linesRefused: 0, lastLine: 1 };
  try {
    for await (const batch of inBatches(csv.lines, batchSize)) {
      const sent = await sender.send(batch);
      if (sent.kind === "GraphFailed") return isStopped() ? { kind: "Stopped", tally } : { ...sent, tally };
      await refused.add(sent.refusals);
      tally = {
        counts: addCounts(tally.counts, sent.counts),
        linesRead: tally.linesRead + batch.length,
        linesRefused: tally.linesRefused + sent.refusals.length,
        lastLine: batch.at(-1)?.line ?? tally.lastLine,
      };
      progress.at({ lines: tally.linesRead, bytes: csv.bytesRead() });
      if (isStopped()) return { kind: "Stopped", tally };
    }
    return { kind: "Finished", tally };
  } finally {
    await refused.close();
    progress.stop();
  }
}

async function* inBatches(lines: AsyncIterable<CsvLine>, size: number): AsyncGenerator<CsvLine[]> {
  let batch: CsvLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
