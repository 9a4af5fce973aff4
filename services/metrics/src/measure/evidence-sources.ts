import type { Program } from "@tiergraph/program/document/program";
import { type Adjustment, factSelectionsOf, type MeasurementKey } from "@tiergraph/program/measure";
import { type CountingRequest, countingRequest } from "../fact/index.js";

/** What a measurement counted, down to its last operand. Nothing for a measure that the program lacks, or for a review. */
export function evidenceSources(
  program: Program,
  { measure: name, asOf }: Pick<MeasurementKey, "measure" | "asOf">,
  adjustments: readonly Adjustment[],
): CountingRequest[] {
  const measure = program.measures.find((candidate) => candidate.name === name);
  if (measure === undefined) return [];
  return factSelectionsOf(program, measure, asOf, adjustments)
    .map(countingRequest)
    .filter((request) => request !== null);
}
