import type { Program, Tier } from "../document/program.js";
import type { Requirement, ScoreTerm } from "../document/requirement.js";
import { termsOfTerm, termsWithin } from "../document/score-terms.js";

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

/** What keeping a tier asks, where that is a requirement of its own. */
export const keepingRequirement = ({ keeps }: Tier): Requirement | null =>
  keeps !== null && "path" in keeps ? keeps : null;

/** Everything that the program asks of anyone: of its tiers, of keeping them, and of its classified tracks. */
export function everyRequirement(program: Program): Requirement[] {
  return [
    ...program.tiers.flatMap((tier) => [tier.requires, keepingRequirement(tier)]),
    ...program.tracks.map(({ classified }) => (classified === "otherwise" ? null : classified)),
  ].flatMap((requirement) => (requirement === null ? [] : nodesOf(requirement)));
}

/** Every term of any score, those that are written in place too, and those of the section `terms`. */
export function everyTerm(program: Program): ScoreTerm[] {
  const inPlace = everyRequirement(program).flatMap((node) => (node.kind === "score" ? [node.score] : []));
  return [
    ...[...program.scores, ...inPlace].flatMap(termsWithin),
    ...program.terms.flatMap(({ term }) => termsOfTerm(term)),
  ];
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
