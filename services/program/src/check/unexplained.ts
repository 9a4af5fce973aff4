import type { Program } from "../document/program/index.js";
import { leavesOfRequirement, partsOf, type Requirement } from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import { exampleOf } from "../examples/index.js";
import { contradictionIn, isAskedAnything, kindsOfPartners } from "../feasibility/index.js";
import type { Finding } from "./finding.js";

/**
 * Finds requirements without a reason where a tier asks several things. A reason of a group counts for each of its
 * parts.
 */
export function findMissingReasons(program: Program): Finding[] {
  return program.tiers.flatMap(({ title, requires }): Finding[] => {
    const leaves = requires === null ? [] : leavesOfRequirement(requires);
    if (leaves.length < 2) return [];
    return unexplainedIn(requires).map(({ path }) => ({
      code: "RATIONALE_MISSING",
      severity: "advice",
      path,
      message: `${title} does not say why it asks this.`,
      remedy: "Add a why of one sentence: partners see it beside the requirement.",
    }));
  });
}

function unexplainedIn(requirement: Requirement | null): Requirement[] {
  if (requirement === null || requirement.why !== null) return [];
  const parts = requirement.kind === "score" ? [] : partsOf(requirement);
  return parts.length === 0 ? [requirement] : parts.flatMap(unexplainedIn);
}

/** Finds requirements for which no numeric example can be made, so that they cannot be explained. */
export function findWithoutExample(program: Program): Finding[] {
  return program.tiers.flatMap((tier): Finding[] =>
    (tier.requires === null ? [] : leavesOfRequirement(tier.requires))
      .filter((leaf) => exampleOf(program, leaf) === null)
      .map((leaf) => ({
        code: "NO_EXAMPLE",
        // Not finding values for a score proves nothing: they may exist.
        severity: isHopeless(program, tier, leaf) ? "error" : "warning",
        path: leaf.path,
        message: `No example in numbers was found that meets what ${tier.title} asks here.`,
        remedy: "Lower the bound, or raise the caps of what counts towards it.",
      })),
  );
}

function isHopeless(program: Program, tier: Tier, leaf: Requirement): boolean {
  if (leaf.kind !== "score") return true;
  const { kinds, isComplete } = kindsOfPartners(program, [tier]);
  const context = { program, tier, unreachable: new Set<string>() };
  return (
    isComplete &&
    kinds.every(
      ({ subject }) => contradictionIn([leaf], { ...context, subject }) !== null || !isAskedAnything(leaf, subject),
    )
  );
}
