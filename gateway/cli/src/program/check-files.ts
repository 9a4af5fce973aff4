import { checkProgram, withLines } from "@tiergraph/program/check";
import { differencesBetween, printProgram } from "@tiergraph/program/document/program";
import { differencesAsText, findingsAsText, lacksReason, problemsAsText } from "@tiergraph/program/dry-run";
import { workedExamples } from "@tiergraph/program/examples";
import { asJson, type CommandOutcome, printed, REFUSED, UNREADABLE } from "./command-outcome.js";
import { loadProgram, notLoaded } from "./load-program.js";

export interface CheckRequest {
  readonly file: string;
  /** An older version of the program; null where nothing is compared. */
  readonly against: string | null;
  readonly isJson: boolean;
}

/** Says what is wrong and what is unwise in a document, and where it differs from an older one without a reason. */
export async function checkFile({ file, against, isJson }: CheckRequest): Promise<CommandOutcome> {
  const loaded = await loadProgram(file);
  if (loaded.kind === "Unreadable") return notLoaded(file, loaded);
  if (loaded.kind === "ProgramRefused")
    return isJson
      ? printed([asJson({ problems: loaded.problems, findings: [], differences: [] })], REFUSED)
      : printed(problemsAsText(file, loaded.problems), REFUSED);
  const older = against === null ? null : await loadProgram(against);
  if (older !== null && older.kind !== "ProgramLoaded")
    return { ...notLoaded(against ?? "", older), exitCode: UNREADABLE };
  const findings = withLines(checkProgram(loaded.program), loaded.source);
  const differences = older === null ? [] : differencesBetween(older.program, loaded.program);
  const isSound = !findings.some(({ severity }) => severity === "error") && !differences.some(lacksReason);
  const exitCode = isSound ? 0 : REFUSED;
  if (isJson) return printed([asJson({ problems: [], findings, differences })], exitCode);
  const { name, version } = loaded.program;
  const counts = (["error", "warning", "advice"] as const).map(
    (severity) => `${findings.filter((finding) => finding.severity === severity).length} ${severity}`,
  );
  const reasons = differences.filter(lacksReason).length;
  const compared = older === null ? "" : `; differences: ${differences.length}, without a reason: ${reasons}`;
  return printed(
    [
      ...findingsAsText(findings),
      ...differencesAsText(differences),
      `${name} ${version}: ${counts.join(", ")}${compared}`,
    ],
    exitCode,
  );
}

/** Says in words where one version differs from another. */
export async function diffFiles(files: { readonly older: string; readonly newer: string; readonly isJson: boolean }) {
  const [older, newer] = await Promise.all([loadProgram(files.older), loadProgram(files.newer)]);
  if (older.kind !== "ProgramLoaded") return notLoaded(files.older, older);
  if (newer.kind !== "ProgramLoaded") return notLoaded(files.newer, newer);
  const differences = differencesBetween(older.program, newer.program);
  if (files.isJson) return printed([asJson(differences)]);
  return printed(differences.length === 0 ? ["They differ in words at most."] : differencesAsText(differences));
}

/** The program for people, as Markdown. */
export async function examplesOfFile(file: string): Promise<CommandOutcome> {
  const loaded = await loadProgram(file);
  return loaded.kind === "ProgramLoaded"
    ? printed([workedExamples(loaded.program).trimEnd()])
    : notLoaded(file, loaded);
}

/** The program in its canonical notation. */
export async function printFile(file: string): Promise<CommandOutcome> {
  const loaded = await loadProgram(file);
  return loaded.kind === "ProgramLoaded" ? printed([printProgram(loaded.program).trimEnd()]) : notLoaded(file, loaded);
}
