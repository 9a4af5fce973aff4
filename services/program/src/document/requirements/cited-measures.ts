import type { Requirement, ScoreTerm } from "./requirement.js";
import { termsWithin } from "./score-terms.js";

/** The names of all measures that a requirement uses, gates included, as often as they are cited. */
export function citedMeasures(requirement: Requirement): string[] {
  switch (requirement.kind) {
    case "threshold":
      return [requirement.measure];
    case "score":
      return termsWithin(requirement.score).flatMap(citedByTerm);
    case "grouped":
      return [
        ...(requirement.where === null ? [] : citedMeasures(requirement.where)),
        ...citedMeasures(requirement.of),
      ];
    case "tenure":
    case "approval":
    case "withheld":
      return [];
    default:
      return requirement.of.flatMap(citedMeasures);
  }
}

/** The measures of one term and of its gate, without their operands. */
export function citedByTerm(term: ScoreTerm): string[] {
  const counted = term.kind === "measure" ? term.measures : [];
  return [...counted, ...(term.gate === null ? [] : citedMeasures(term.gate))];
}
