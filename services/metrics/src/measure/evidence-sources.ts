import type { Program } from "@tiergraph/program/document/program";
import type { MeasurementKey } from "@tiergraph/program/measure/measurement-id";
import { windowRange } from "@tiergraph/program/measure/window";
import type { EvidenceSource } from "../fact/fact.store.js";

/** What a measurement counted: the facts of both sides where it is a ratio. Empty for a measure that the program lacks. */
export function evidenceSources(program: Program, { measure: name, asOf }: MeasurementKey): EvidenceSource[] {
  const measure = program.measures.find((candidate) => candidate.name === name);
  if (measure === undefined) return [];
  const operands = measure.kind === "ratio" ? [measure.numerator, measure.denominator] : [measure];
  return operands.map(({ source, window }) => ({
    kinds: source.kinds,
    where: source.where,
    ...windowRange(window, asOf, program.calendar),
  }));
}
