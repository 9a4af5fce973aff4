import type { PlacedFinding } from "../check/index.js";
import type { Difference, Problem } from "../document/notation/index.js";
import { differenceInWords } from "../document/program/index.js";
import { inWords } from "../words/index.js";

/** The problems of a document, one line each. */
export const problemsAsText = (file: string, problems: readonly Problem[]): string[] =>
  problems.map(
    ({ line, column, path, code, message }) =>
      `${file}:${line}:${column} ${path === "" ? "" : `${path} `}${code} ${message}`,
  );

/** Findings, two lines each: the finding and the remedy. Equal ones are grouped, with their lines. */
export function findingsAsText(findings: readonly PlacedFinding[]): string[] {
  const alike = new Map<string, [PlacedFinding, ...PlacedFinding[]]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.severity, finding.code, finding.message, finding.remedy]);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [finding]);
    else known.push(finding);
  }
  return [...alike.values()].flatMap((same) => {
    const [{ severity, code, path, line, message, remedy }] = same;
    const lines = [...new Set(same.map((one) => one.line))];
    const where =
      same.length === 1
        ? `${path} (line ${line})`
        : `${same.length} times (${lines.length > 1 ? "lines" : "line"} ${inWords(lines.map(String))})`;
    return [`${severity} ${code} ${where}`, `  ${message} ${remedy}`];
  });
}

/** Differences in words; those that lack a required reason say so. */
export const differencesAsText = (differences: readonly Difference[]): string[] =>
  differences.map(
    (difference) =>
      `${differenceInWords(difference)}${lacksReason(difference) ? ` (no reason given at ${difference.path})` : ""}`,
  );

export const lacksReason = ({ needsReason, because }: Difference): boolean => needsReason && because === null;
