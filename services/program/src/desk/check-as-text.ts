import type { Finding } from "../check/finding.js";
import { type Difference, differenceInWords } from "../document/differences.js";
import type { Problem } from "../document/problem.js";

/** What keeps a document from being a program, a line each. */
export const problemsAsText = (file: string, problems: readonly Problem[]): string[] =>
  problems.map(
    ({ line, column, path, code, message }) =>
      `${file}:${line}:${column} ${path === "" ? "" : `${path} `}${code} ${message}`,
  );

/** Findings, two lines each: what is so, and what to do. */
export const findingsAsText = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ severity, code, path, message, remedy }) => [
    `${severity} ${code} ${path}`,
    `  ${message} ${remedy}`,
  ]);

/** Differences in words; those that would need a reason and have none say so. */
export const differencesAsText = (differences: readonly Difference[]): string[] =>
  differences.map(
    (difference) =>
      `${differenceInWords(difference)}${lacksReason(difference) ? ` (no reason given at ${difference.path})` : ""}`,
  );

export const lacksReason = ({ needsReason, because }: Difference): boolean => needsReason && because === null;
