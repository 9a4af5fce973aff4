import type { YamlCursor } from "../notation/index.js";
import type { Tier } from "./tier.js";

/** A tier and its place in the document. */
interface Rung {
  readonly tier: Tier;
  readonly cursor: YamlCursor;
}

/**
 * Refuses tiers, given lowest first, that do not give everyone exactly one place: the lowest asks nothing, every other
 * one asks something, ranks differ, and a tier inherits only lower ones.
 */
export function refuseBrokenLadder(rungs: readonly Rung[], section: YamlCursor): void {
  const [lowest, ...higher] = rungs;
  if (lowest === undefined) {
    section.atKey().refuse("TIER_LADDER", "expected at least one tier");
    return;
  }
  refuseRequirementOfLowest(lowest);
  for (const [index, rung] of higher.entries()) {
    if (asksNothing(rung)) {
      const message = `\`requires\` is missing: only the lowest tier, \`${lowest.tier.name}\`, asks nothing`;
      rung.cursor.atKey().refuse("TIER_LADDER", message);
    }
    const below = rungs[index];
    if (below?.tier.rank === rung.tier.rank)
      rung.cursor.atKey().refuse("TIER_LADDER", `\`${below.tier.name}\` has rank ${rung.tier.rank} already`);
  }
  refuseInheritedAbove(rungs);
}

function refuseRequirementOfLowest(lowest: Rung): void {
  if (!asksNothing(lowest)) {
    const message = `\`${lowest.tier.name}\` is the lowest tier, and everyone starts there: it asks nothing`;
    lowest.cursor.atKey().refuse("TIER_LADDER", message);
  }
  for (const key of ["keeps-at", "keeps", "met-on-any-day-in"])
    fieldOf(lowest, key)?.atKey().refuse("TIER_LADDER", "the lowest tier asks nothing, so that nothing keeps it");
}

// Only lower ones, so there are no cycles.
function refuseInheritedAbove(rungs: readonly Rung[]): void {
  const ranks = new Map(rungs.map(({ tier }) => [tier.name, tier.rank]));
  for (const rung of rungs) {
    const { inherits, rank, name } = rung.tier;
    const inherited = inherits === null ? undefined : ranks.get(inherits);
    if (inherited !== undefined && inherited >= rank)
      fieldOf(rung, "inherits")?.refuse(
        "TIER_LADDER",
        `\`${inherits}\` is not below \`${name}\`, which inherits from it`,
      );
  }
}

// A requirement that could not be read has been reported; it is not a missing one.
function asksNothing(rung: Rung): boolean {
  const requires = fieldOf(rung, "requires");
  return rung.tier.requires === null && (requires === null || requires.isEmptyCollection);
}

function fieldOf({ cursor }: Rung, key: string): YamlCursor | null {
  return cursor.mapping("a tier").optional(key);
}
