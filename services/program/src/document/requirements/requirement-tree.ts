import type { Requirement } from "./requirement.js";
import { termsWithin } from "./score-terms.js";

/** A requirement and everything below it, gates of scores included, each before its parts. */
export function nodesOf(requirement: Requirement): Requirement[] {
  return [requirement, ...partsOf(requirement).flatMap(nodesOf)];
}

/** What a requirement is made of; of a score its gates. */
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

/** What is asked together: the parts of an `all`, and of those inside it; anything else is one part. */
export function conjunctsOf(requirement: Requirement): Requirement[] {
  const isOpen = requirement.kind === "all" && isForEveryone(requirement);
  return isOpen ? requirement.of.flatMap(conjunctsOf) : [requirement];
}

export function isForEveryone({ audience }: Pick<Requirement, "audience">): boolean {
  return Object.values(audience).every((names) => names.length === 0);
}

/** Requirements that are shown with an example of their own. */
export function leavesOfRequirement(requirement: Requirement): Requirement[] {
  if (requirement.kind === "score") return [requirement];
  const parts = partsOf(requirement);
  return parts.length === 0 ? [requirement] : parts.flatMap(leavesOfRequirement);
}
