import type { Program } from "../document/program/index.js";
import { leavesOfRequirement, partsOf, type Requirement } from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import { exampleOf } from "../examples/index.js";
import { contradictionIn, isAskedAnything, kindsOfPartners } from "../feasibility/index.js";
import type { Finding } from "./finding.js";

/**
 * Requirements without a reason where a tier asks several things, so that a partner cannot tell why it asks this one. A
 * reason for what several are parts of is one for each of them.
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

/** Requirements of which no example in numbers can be made, so that nobody could explain them. */
export function findWithoutExample(program: Program): Finding[] {
  return program.tiers.flatMap((tier): Finding[] =>
    (tier.requires === null ? [] : leavesOfRequirement(tier.requires))
      .filter((leaf) => exampleOf(program, leaf) === null)
      .map((leaf) => ({
        code: "NO_EXAMPLE",
        // Values that would be enough for a score may be there all the same: not finding them proves nothing.
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
