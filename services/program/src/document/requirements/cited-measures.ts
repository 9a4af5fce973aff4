import type { Requirement, ScoreTerm } from "./requirement.js";
import { termsWithin } from "./score-terms.js";

/** The names of all measures that a requirement judges by, gates included; each as often as it is cited. */
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

/** The measures that one term counts, and those of its gate; not those of what it is made of. */
export function citedByTerm(term: ScoreTerm): string[] {
  const counted = term.kind === "measure" ? term.measures : [];
  return [...counted, ...(term.gate === null ? [] : citedMeasures(term.gate))];
}
