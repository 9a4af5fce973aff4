import type { Requirement } from "./requirement.js";
import { termsWithin } from "./score-terms.js";

/** A requirement and everything below it, including gates, parents first. */
export function nodesOf(requirement: Requirement): Requirement[] {
  return [requirement, ...partsOf(requirement).flatMap(nodesOf)];
}

/** The direct parts of a requirement; for a score its gates. */
export function partsOf(requirement: Requirement): readonly Requirement[] {
  switch (requirement.kind) {
    case "all":
    case "any":
    case "n-of":
      return requirement.of;
    case "grouped":
      return requirement.where === null ? [requirement.of] : [requirement.where, requirement.of];
    case "score":
      return termsWithin(requirement.score).flatMap(({ gate }) => gate ?? []);
    default:
      return [];
  }
}

/** The parts of an `all`, flattened; any other requirement is one part. */
export function conjunctsOf(requirement: Requirement): Requirement[] {
  const isOpen = requirement.kind === "all" && isForEveryone(requirement);
  return isOpen ? requirement.of.flatMap(conjunctsOf) : [requirement];
}

export function isForEveryone({ audience }: Pick<Requirement, "audience">): boolean {
  return Object.values(audience).every((names) => names.length === 0);
}

/** Leaves and scores: the requirements that have an example. */
export function leavesOfRequirement(requirement: Requirement): Requirement[] {
  if (requirement.kind === "score") return [requirement];
  const parts = partsOf(requirement);
  return parts.length === 0 ? [requirement] : parts.flatMap(leavesOfRequirement);
}
