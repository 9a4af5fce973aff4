import type { Requirement, Score } from "./requirement.js";
import { partsOf } from "./requirement-tree.js";
import { termsWithin } from "./score-terms.js";

/** The tracks in the audiences of a requirement, its parts, and the terms of its scores. */
export function tracksCitedIn(requirement: Requirement): string[] {
  const tracks = new Set<string>();
  const seen = new Set<Score>();
  const collect = (asked: Requirement): void => {
    for (const track of asked.audience.tracks) tracks.add(track);
    if (asked.kind === "score") collectScore(asked.score);
    else for (const child of partsOf(asked)) collect(child);
  };
  const collectScore = (score: Score): void => {
    if (seen.has(score)) return;
    seen.add(score);
    for (const { audience, gate } of termsWithin(score)) {
      for (const track of audience.tracks) tracks.add(track);
      if (gate !== null) collect(gate);
    }
  };
  collect(requirement);
  return [...tracks];
}
