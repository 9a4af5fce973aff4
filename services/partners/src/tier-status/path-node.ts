import type { Program } from "@tiergraph/program/document/program";
import { decimalOf } from "@tiergraph/program/exact";
import { type PathToTier, stepInWords } from "@tiergraph/program/path-to-tier";

const KINDS = { measure: "threshold", tenure: "tenure", approval: "approval", withheld: "withheld" } as const;

export const pathNodes = (program: Program, paths: readonly PathToTier[]) =>
  paths.map(({ steps, effort }) => ({
    effort: decimalOf(effort),
    steps: steps.map((step) => {
      const measure = step.kind === "measure" ? program.measures.find(({ name }) => name === step.measure) : undefined;
      return {
        kind: KINDS[step.kind],
        path: step.path,
        measure: measure?.name ?? null,
        group: step.kind === "measure" ? step.group : null,
        unit: measure === undefined ? null : measure.unit,
        hasValue: step.kind !== "measure" || step.hasValue,
        by: step.kind === "measure" ? decimalOf(step.by) : null,
        inWords: stepInWords(program, step),
      };
    }),
  }));
export type PathNode = ReturnType<typeof pathNodes>[number];
