import type { Program } from "../document/program/index.js";
import { nodesOf, type Requirement, type ScoreTerm, sheetsOf, termsWithin } from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import { compare, ZERO } from "../exact/index.js";
import { inWords } from "../words/index.js";
import type { Finding } from "./finding.js";

/**
 * Finds programs without `tracks-join` in which a partner that adds a track may lose its tier, since it is then asked
 * for more. Nothing is found with fewer than two tracks to choose from, or where a track only adds options.
 */
export function findTracksThatTakeAway(program: Program): Finding[] {
  const chosen = program.tracks.filter(({ classified }) => classified === null);
  if (program.tracksJoin !== null || chosen.length < 2) return [];
  const demands = chosen.flatMap(({ name, title }) => {
    const tiers = program.tiers.filter((tier) => asksMoreOn(tier, name));
    return tiers.length === 0 ? [] : [`${title} asks more for ${inWords(tiers.map((tier) => tier.title))}`];
  });
  if (demands.length === 0) return [];
  return [
    {
      code: "TRACK_TAKES_AWAY",
      severity: "advice",
      path: "tracks",
      message: `A partner that adds a track may lose its tier: ${demands.join("; ")}.`,
      remedy:
        "Say `tracks-join: best-of` to judge a partner on each of its tracks and count the best, or `tracks-join: all` where that is meant.",
    },
  ];
}

const asksMoreOn = ({ requires, keeps }: Tier, track: string): boolean =>
  [requires, keeps].some((rule) => rule !== null && "path" in rule && addsConditions(rule, track));

/** Parts of an `all` add conditions; parts of a choice and terms of a score add options. */
function addsConditions(rule: Requirement, track: string): boolean {
  return nodesOf(rule).some((node) => {
    if (node.kind === "all") return node.of.some(({ audience }) => audience.tracks.includes(track));
    if (node.kind !== "score") return false;
    const takes = (term: ScoreTerm) => term.kind !== "any" && compare(term.points, ZERO) < 0;
    const floors = sheetsOf(node.score).flatMap(({ terms }) => terms.filter(({ floor }) => floor !== null));
    return [...floors, ...termsWithin(node.score).filter(takes)].some(({ audience }) =>
      audience.tracks.includes(track),
    );
  });
}
