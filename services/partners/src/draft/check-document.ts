import { checkProgram, type PlacedFinding, withLines, worstCase } from "@tiergraph/program/check";
import type { Difference, Problem } from "@tiergraph/program/document/notation";
import { differencesBetween, type Program, parseProgram } from "@tiergraph/program/document/program";
import { workedExamples } from "@tiergraph/program/examples";

export interface CheckedDocument {
  readonly isSound: boolean;
  readonly problems: readonly Problem[];
  readonly findings: readonly PlacedFinding[];
  readonly differences: readonly Difference[];
  readonly worstCase: ReturnType<typeof worstCase>;
  readonly workedExamples: string | null;
}

/** Everything that can be said of a document before it is published; `predecessor` gives the version before it. */
export function checkDocument(source: string, predecessor: (program: string) => Program | null): CheckedDocument {
  const parsed = parseProgram(source);
  if (parsed.kind === "ProgramRefused")
    return {
      isSound: false,
      problems: parsed.problems,
      findings: [],
      differences: [],
      worstCase: [],
      workedExamples: null,
    };
  const { program } = parsed;
  const before = predecessor(program.name);
  const findings = withLines(checkProgram(program), source);
  const differences = before === null ? [] : differencesBetween(before, program);
  return {
    isSound:
      findings.every(({ severity }) => severity !== "error") &&
      differences.every(({ needsReason, because }) => !needsReason || because !== null),
    problems: [],
    findings,
    differences,
    worstCase: worstCase(program),
    workedExamples: workedExamples(program),
  };
}
