import { dealOfLine } from "./deal-of-line.js";
import { type Ask, openGraph, type Time } from "./graph-client.js";
import type { CsvLine } from "./line-problem.js";
import { loadMapping, type MappingRequest } from "./load-mapping.js";
import { lineMapper } from "./mapped-line.js";
import { headerProblems } from "./mapping.js";
import { openCsv } from "./open-csv.js";
import { partnerOfLine } from "./partner-of-line.js";
import type { Progress } from "./progress.js";
import { openRefusedFile, refusedFileProblem } from "./refused-file.js";
import { type ImportRun, runImport } from "./run-import.js";
import type { Sender } from "./send-batch.js";
import { dealSender } from "./send-deals.js";
import { partnerSender } from "./send-partners.js";

export interface ImportRequest extends MappingRequest {
  readonly url: string;
  readonly token: string;
  /** Where refused lines go. */
  readonly refused: string;
  /** Lines in a batch, 1 to 1,000. */
  readonly batchSize: number;
  /** Null to find it from the header. */
  readonly delimiter: string | null;
}

export interface ImportSurroundings {
  readonly time: Time;
  readonly openProgress: (totalBytes: number) => Progress;
}

export type ImportOutcome = ImportRun | { readonly kind: "Unusable"; readonly problems: readonly string[] };

/** Imports one file through the graph. Nothing is sent before the mapping, the lookups and the header are found sound. */
export async function importFile(
  request: ImportRequest,
  { time, openProgress }: ImportSurroundings,
): Promise<ImportOutcome> {
  const { imported, refused, delimiter, url, token, batchSize } = request;
  const loading = await loadMapping(request);
  if (loading.kind === "MappingRefused") return unusable(loading.problems);
  const opening = await openCsv(imported, delimiter);
  if (opening.kind === "CsvRefused") return unusable([opening.message]);
  const { csv } = opening;
  const problems = headerProblems(csv.header, loading.mapping).map((problem) => `${imported}: ${problem}`);
  const misplaced = await refusedFileProblem(refused, imported);
  if (misplaced !== null) problems.push(misplaced);
  if (problems.length > 0) {
    await csv.lines.return(undefined);
    return unusable(problems);
  }

  const progress = openProgress(csv.totalBytes);
  const ask = openGraph({ url, token, time, note: progress.note });
  const mapLine = lineMapper(loading.mapping, { header: csv.header, lookups: loading.lookups });
  const sender = senderOf(request, { ask, time, mapLine, mapping: loading.mapping });
  return runImport({
    csv,
    sender,
    refused: openRefusedFile(refused, csv),
    progress,
    batchSize,
    isStopped: time.isStopped,
  });
}

const unusable = (problems: readonly string[]): ImportOutcome => ({ kind: "Unusable", problems });

interface SenderParts {
  readonly ask: Ask;
  readonly time: Time;
  readonly mapLine: ReturnType<typeof lineMapper>;
  readonly mapping: Parameters<typeof lineMapper>[0];
}

function senderOf({ kind }: ImportRequest, { ask, time, mapLine, mapping }: SenderParts): Sender {
  if (kind === "partners") {
    const separator = mapping.fields.get("tracks")?.separator ?? "|";
    return partnerSender(ask, (cells: CsvLine["cells"]) => partnerOfLine(mapLine(cells), { separator }));
  }
  const decimal = mapping.fields.get("amount")?.decimal ?? ".";
  return dealSender({ ask, time }, (cells: CsvLine["cells"]) => dealOfLine(mapLine(cells), { decimal }));
}
