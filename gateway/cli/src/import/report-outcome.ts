import type { ImportOutcome, ImportRequest } from "./import-file.js";
import type { ImportTally } from "./run-import.js";
import { OF_CLOSED_PERIODS } from "./send/send-facts.js";

/** What the command prints, and how it ends. */
export interface OutcomeReport {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly exitCode: number;
}

/** All lines were taken. */
export const ALL_TAKEN = 0;
/** Some lines were refused; the rest is in. */
export const SOME_REFUSED = 1;
/** Arguments, mapping or file cannot be used; nothing was sent. */
export const UNUSABLE = 2;
/** The graph could not be reached or refused. */
export const GRAPH_FAILED = 3;
/** Stopped by a signal, as shells have it for SIGINT. */
export const STOPPED = 130;

/** Reports the outcome of an import: the summary on standard output, what to do on standard error. */
export function reportOutcome(
  outcome: ImportOutcome,
  { url, refused, isDryRun }: Pick<ImportRequest, "url" | "refused" | "isDryRun">,
): OutcomeReport {
  if (outcome.kind === "Unusable") return { stdout: [], stderr: outcome.problems, exitCode: UNUSABLE };
  const stdout = [...(isDryRun ? [DRY_RUN] : []), ...summaryOf(outcome.tally, refused)];
  if (outcome.kind === "GraphFailed")
    return {
      stdout,
      stderr: [`The graph at ${url}: ${outcome.message} ${howFar(outcome.tally)}`],
      exitCode: GRAPH_FAILED,
    };
  if (outcome.kind === "Stopped") return { stdout, stderr: [`Stopped. ${howFar(outcome.tally)}`], exitCode: STOPPED };
  const notices = [
    ...((outcome.tally.counts["facts waiting"] ?? 0) > 0 ? [WAITING] : []),
    ...((outcome.tally.counts[OF_CLOSED_PERIODS] ?? 0) > 0 ? [LATE] : []),
  ];
  return { stdout, stderr: notices, exitCode: outcome.tally.linesRefused > 0 ? SOME_REFUSED : ALL_TAKEN };
}

const WAITING =
  "Facts that wait do not count yet: the query `waitingFacts` lists each with its reason, such as a refund whose deal is not recorded.";
const LATE =
  "Facts of closed periods count for the day on which they came; a measure with `late: recount` counts them on their own day, and `Measurement.notice` says so.";
const DRY_RUN = "A dry run: nothing of this was kept.";

const summaryOf = ({ counts, linesRead, linesSkipped, linesRefused }: ImportTally, refused: string): string[] => [
  `lines read: ${linesRead}`,
  ...(linesSkipped > 0 ? [`lines passed over: ${linesSkipped}`] : []),
  ...Object.entries(counts).map(([name, count]) => `${name}: ${count}`),
  `lines refused: ${linesRefused}${linesRefused > 0 ? ` (${refused})` : ""}`,
];

const howFar = ({ linesRead, lastLine }: ImportTally): string =>
  linesRead === 0
    ? "No line is settled yet; the same command begins again."
    : `All up to line ${lastLine} is settled; the same command continues safely, since what is known is left alone, and with --resume goes on from there.`;
