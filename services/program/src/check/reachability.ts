import { requiredTiers } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import type { Tier } from "../document/tiers/index.js";
import {
  type Contradiction,
  contradictionIn,
  goalsOf,
  isAskedAnything,
  kindsOfPartners,
  witnessOf,
} from "../feasibility/index.js";
import { titleOf } from "../words/index.js";
import type { Finding } from "./finding.js";

/** Finds tiers that nobody can reach, with the reason, and tiers for which no partner was found. */
export function findUnreachable(program: Program): Finding[] {
  const unreachable = new Set<string>();
  const findings: Finding[] = [];
  for (const tier of program.tiers) {
    if (tier.requires === null) continue;
    const against = againstEveryone(program, tier, unreachable);
    if (against !== null) {
      unreachable.add(tier.name);
      findings.push(outOfReach(tier, against));
    } else if (witnessOf(program, tier) === null) findings.push(notShown(tier));
  }
  return findings;
}

/** The reason for the most ordinary partner, where there is one for every kind. */
function againstEveryone(program: Program, tier: Tier, unreachable: ReadonlySet<string>): Contradiction | null {
  const asked = requiredTiers(program, tier);
  const below = asked.find(({ name }) => name !== tier.name && unreachable.has(name));
  if (below !== undefined)
    return {
      path: `tiers.${tier.name}`,
      because: `it asks for all of ${titleOf(program, below.name)}, which nobody can reach`,
    };
  const { kinds, isComplete } = kindsOfPartners(program, asked);
  let first: Contradiction | null = null;
  for (const { subject } of kinds) {
    const unasked = asked.find(({ requires }) => requires !== null && !isAskedAnything(requires, subject));
    const against =
      unasked === undefined
        ? contradictionIn(goalsOf(asked), { program, subject, tier, unreachable })
        : asksNothing(unasked);
    if (against === null) return null;
    // A contradiction in numbers is more useful than that some partners are not asked.
    if (first === null || (isAudience(first) && !isAudience(against))) first = against;
  }
  return isComplete ? first : null;
}

const NOTHING_ASKED = "no partner fits all that its parts say of tracks, regions, countries and markets";
const asksNothing = ({ name }: Tier): Contradiction => ({ path: `tiers.${name}.requires`, because: NOTHING_ASKED });
const isAudience = ({ because }: Contradiction): boolean => because === NOTHING_ASKED;

function outOfReach(tier: Tier, { path, because }: Contradiction): Finding {
  return {
    code: "TIER_UNREACHABLE",
    severity: "error",
    path,
    message: `Nobody can reach ${tier.title}: ${because}.`,
    remedy: "Change one of the two, so that at least one partner could meet both.",
  };
}

function notShown(tier: Tier): Finding {
  return {
    code: "TIER_NOT_SHOWN_REACHABLE",
    severity: "warning",
    path: `tiers.${tier.name}.requires`,
    message: `No example partner was found that meets everything that ${tier.title} asks.`,
    remedy: `Place a partner with values of your own that should reach ${tier.title}, and see what it misses.`,
  };
}
