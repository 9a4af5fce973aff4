import type { GraphFailed } from "../../client/judge-answer.js";
import type { LineReading, Refusal, TableLine } from "../line/line-problem.js";

/** The outcomes of lines, by the words of the summary: `facts recorded`. */
export type Counts = Readonly<Record<string, number>>;

export interface BatchSent {
  readonly kind: "BatchSent";
  readonly counts: Counts;
  /** In the order of the file. */
  readonly refusals: readonly Refusal[];
}

/** Sends the lines of one batch; each is taken or refused. Safe to repeat. */
export interface Sender {
  /** What is counted, all zero, in the order of the summary. */
  readonly counts: Counts;
  send(lines: readonly TableLine[]): Promise<BatchSent | GraphFailed>;
}

export const addCounts = (left: Counts, right: Counts): Counts => ({
  ...left,
  ...Object.fromEntries(Object.entries(right).map(([name, count]) => [name, count + (left[name] ?? 0)])),
});

export const inFileOrder = (refusals: readonly Refusal[]): Refusal[] =>
  [...refusals].sort((one, other) => one.line.line - other.line.line);

export interface UnderstoodLine<Report> {
  readonly line: TableLine;
  readonly report: Report;
}

/** Parts the lines that say something from those that do not. */
export function readBatch<Report>(
  lines: readonly TableLine[],
  read: (cells: readonly string[]) => LineReading<Report>,
): { understood: UnderstoodLine<Report>[]; refusals: Refusal[] } {
  const understood: UnderstoodLine<Report>[] = [];
  const refusals: Refusal[] = [];
  for (const line of lines) {
    const reading: LineReading<Report> =
      line.problem === null ? read(line.cells) : { kind: "Refused", externalId: "", problem: line.problem };
    if (reading.kind === "Understood") understood.push({ line, report: reading.report });
    else refusals.push({ line, externalId: reading.externalId, problem: reading.problem });
  }
  return { understood, refusals };
}
