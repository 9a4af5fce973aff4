import type { FactKind } from "@tiergraph/program/document/facts";
import { leavesOf } from "@tiergraph/program/document/measures";
import type { Program } from "@tiergraph/program/document/program";

/** Every kind of fact that a program measures. */
export function kindsMeasured(program: Program): FactKind[] {
  const kinds = program.measures.flatMap(leavesOf).flatMap((measure) => {
    const netted = "netOf" in measure ? (measure.netOf?.source.kinds ?? []) : [];
    return [...measure.source.kinds, ...netted];
  });
  return [...new Set(kinds)];
}
