import { nodesOf, type Requirement, type ScoreTerm, termsOfTerm, termsWithin } from "../requirements/index.js";
import { keepingRequirement } from "../tiers/index.js";
import type { Program } from "./program.js";

/** All requirements of tiers, of keeping them, and of classified tracks, with their parts. */
export function everyRequirement(program: Pick<Program, "tiers" | "tracks">): Requirement[] {
  return [
    ...program.tiers.flatMap((tier) => [tier.requires, keepingRequirement(tier)]),
    ...program.tracks.map(({ classified }) => (classified === "otherwise" ? null : classified)),
  ].flatMap((requirement) => (requirement === null ? [] : nodesOf(requirement)));
}

/** All terms of scores, including those written in place, and of the section `terms`. */
export function everyTerm(program: Pick<Program, "scores" | "terms" | "tiers" | "tracks">): ScoreTerm[] {
  const inPlace = everyRequirement(program).flatMap((node) => (node.kind === "score" ? [node.score] : []));
  return [
    ...[...program.scores, ...inPlace].flatMap(termsWithin),
    ...program.terms.flatMap(({ term }) => termsOfTerm(term)),
  ];
}
