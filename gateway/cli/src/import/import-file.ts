import { createHash } from "node:crypto";
import { type Ask, openGraph, type Time } from "../client/graph-client.js";
import { surveyFormats } from "./format/survey-formats.js";
import type { ImportKind } from "./kinds.js";
import { factOfLine } from "./line/fact-of-line.js";
import { partnerOfLine } from "./line/partner-of-line.js";
import { completionOfLine, personOfLine } from "./line/person-of-line.js";
import { rateOfLine } from "./line/rate-of-line.js";
import { loadMapping, type MappingRequest } from "./mapping/load-mapping.js";
import { lineFilter, lineMapper, type MappedLine } from "./mapping/mapped-line.js";
import { type FormatNotation, headerProblems } from "./mapping/mapping.js";
import type { Progress } from "./progress.js";
import { openRefusedFile, refusedFileProblem } from "./refused-file.js";
import { type ImportIdentity, openResumeFile, readResumeFile } from "./resume-file.js";
import { type ImportRun, runImport } from "./run-import.js";
import type { ToGraph } from "./send/books.js";
import type { Sender } from "./send/send-batch.js";
import { factSender } from "./send/send-facts.js";
import { partnerSender } from "./send/send-partners.js";
import { completionSender, personSender } from "./send/send-people.js";
import { rateSender } from "./send/send-rates.js";
import { FOUND_FORMAT, openTable } from "./table/open-table.js";

export interface ImportRequest extends MappingRequest {
  readonly url: string;
  readonly token: string;
  /** Where refused lines go. */
  readonly refused: string;
  /** Lines in a batch, 1 to 1,000. */
  readonly batchSize: number;
  /** What the command line says of the file's format; wins over the mapping. */
  readonly format: FormatNotation;
  /** The graph answers what would become of each line, and keeps nothing. */
  readonly isDryRun: boolean;
  /** Begin where an interrupted import left off. */
  readonly isResumed: boolean;
}

export interface ImportSurroundings {
  readonly time: Time;
  readonly openProgress: (totalBytes: number) => Progress;
}

export type ImportOutcome = ImportRun | { readonly kind: "Unusable"; readonly problems: readonly string[] };

/** Beside the refused lines: how far an import came. */
export const resumeFileOf = ({ refused }: Pick<ImportRequest, "refused">): string => `${refused}.resume.json`;

/** Imports one file through the graph. Nothing is sent before the mapping, the lookups, the header and the formats are found sound. */
export async function importFile(
  request: ImportRequest,
  { time, openProgress }: ImportSurroundings,
): Promise<ImportOutcome> {
  const { kind, imported, url, token, batchSize, isDryRun, refused } = request;
  const loading = await loadMapping(request);
  if (loading.kind === "MappingRefused") return unusable(loading.problems);
  const mapping = { ...loading.mapping, format: { ...loading.mapping.format, ...request.format } };
  const opening = await openTable(imported, { ...FOUND_FORMAT, ...mapping.format });
  if (opening.kind === "TableRefused") return unusable([opening.message]);
  const table = { ...opening.table, lookups: loading.lookups };
  const problems = headerProblems(table.header, mapping).map((problem) => `${imported}: ${problem}`);
  const misplaced = await refusedFileProblem(refused, imported);
  if (misplaced !== null) problems.push(misplaced);
  if (problems.length > 0) return unusable(problems);
  const survey = await surveyFormats(kind, mapping, table);
  if (survey.kind === "FormatsAmbiguous") return unusable(survey.problems.map((problem) => `${imported}: ${problem}`));

  const identity = { kind, url, sha256: table.sha256, mapping: digestOf(mapping, loading.lookups, survey.found) };
  const resuming = request.isResumed ? await resumeFrom(request, identity) : { kind: "Begins" as const };
  if (resuming.kind === "ResumeRefused") return unusable([resuming.message]);
  const from = resuming.kind === "Resumes" ? resuming.from : null;
  const progress = openProgress(table.totalBytes);
  progress.note(readAs(table, survey.found));
  if (from !== null) progress.note(`Resumes after line ${from.lastLine}.`);
  const ask = openGraph({ url, token, time, note: progress.note });
  const mapLine = lineMapper(mapping, table, survey.formats);
  return runImport({
    table,
    isRead: lineFilter(mapping, table),
    sender: senderOf(kind, { ask, time, isDryRun, mapLine }),
    refused: openRefusedFile(refused, table, from?.refusedBytes ?? null),
    resumeFile: isDryRun ? null : openResumeFile(resumeFileOf(request), identity),
    from,
    progress,
    batchSize,
    isStopped: time.isStopped,
  });
}

const unusable = (problems: readonly string[]): ImportOutcome => ({ kind: "Unusable", problems });

async function resumeFrom(request: ImportRequest, identity: ImportIdentity) {
  if (request.isDryRun)
    return { kind: "ResumeRefused", message: "--resume and --dry-run exclude each other." } as const;
  return readResumeFile(resumeFileOf(request), identity);
}

/** What was found, so that a person sees it before the numbers do harm. */
function readAs(
  { type, encoding, delimiter }: { type: string; encoding: string; delimiter: string },
  found: ReadonlyMap<string, string>,
): string {
  const sign = delimiter === "\t" ? "tab" : delimiter;
  const formats = [...found].map(([field, notation]) => `${field} as ${notation}`);
  return `Read as ${type === "csv" ? `CSV by ${sign}` : "JSON lines"} in ${encoding}${formats.map((one) => `, ${one}`).join("")}.`;
}

/** Maps are written as lists: what is the same has the same digest. */
const digestOf = (...parts: readonly unknown[]): string =>
  createHash("sha256")
    .update(
      JSON.stringify(parts, (_key, value: unknown) =>
        value instanceof Map || value instanceof Set ? [...value] : value,
      ),
    )
    .digest("hex");

interface SenderParts extends ToGraph {
  readonly ask: Ask;
  readonly time: Time;
  readonly mapLine: (cells: readonly string[]) => MappedLine;
}

function senderOf(kind: ImportKind, { mapLine, ...toGraph }: SenderParts): Sender {
  const reading =
    <Reading>(read: (line: MappedLine) => Reading) =>
    (cells: readonly string[]) =>
      read(mapLine(cells));
  if (kind === "partners") return partnerSender(toGraph, reading(partnerOfLine));
  if (kind === "people") return personSender(toGraph, reading(personOfLine));
  if (kind === "completions") return completionSender(toGraph, reading(completionOfLine));
  if (kind === "rates") return rateSender(toGraph, reading(rateOfLine));
  return factSender(
    { ...toGraph, isOfDeals: kind === "deals" },
    reading((line) => factOfLine(kind, line)),
  );
}
