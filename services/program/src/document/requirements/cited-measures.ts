import type { Requirement, ScoreTerm } from "./requirement.js";
import { partsOf } from "./requirement-tree.js";
import { termsWithin } from "./score-terms.js";

/** The names of all measures that a requirement uses, gates included, as often as they are cited. */
export function citedMeasures(requirement: Requirement): string[] {
  switch (requirement.kind) {
    case "threshold":
      return [requirement.measure];
    case "score":
      return termsWithin(requirement.score).flatMap(citedByTerm);
    default:
      return partsOf(requirement).flatMap(citedMeasures);
  }
}

/** The measures of one term and of its gate, without their operands. */
export function citedByTerm(term: ScoreTerm): string[] {
  const counted = term.kind === "measure" ? term.measures : [];
  return [...counted, ...(term.gate === null ? [] : citedMeasures(term.gate))];
}
