import type { Program } from "@tiergraph/program/document/program";
import { decimalOf, type Rational } from "@tiergraph/program/exact";
import { unitOf } from "../measure/index.js";
import type { HypothesisMeasures } from "./measure-hypothesis.reads.js";

export function hypothesisOf(
  { id, on, program }: { readonly id: string; readonly on: string; readonly program: Program },
  { before, after }: Extract<HypothesisMeasures, { kind: "HypothesisMeasured" }>,
) {
  const known = new Map(before.map((value) => [value.measure, value.value]));
  const text = (value: Rational | null | undefined) => (value == null ? null : decimalOf(value));
  return {
    id,
    on,
    measures: after.flatMap(({ measure: name, value }) => {
      const measure = program.measures.find((candidate) => candidate.name === name);
      if (measure === undefined) return [];
      const { title, unit } = measure;
      return { measure: name, title, unit: unitOf(unit), before: text(known.get(name)), after: text(value) };
    }),
  };
}
