import type { Tier } from "./program.js";
import type { YamlCursor } from "./yaml-cursor.js";

/** A tier as read, and where it stands. */
interface Rung {
  readonly tier: Tier;
  readonly cursor: YamlCursor;
}

/**
 * Refuses tiers, given lowest first, on which not everyone has exactly one place: there is a lowest tier that asks
 * nothing, every other one asks something, and no two stand at one height.
 */
export function refuseBrokenLadder(rungs: readonly Rung[], section: YamlCursor): void {
  const [lowest, ...higher] = rungs;
  if (lowest === undefined) {
    section.atKey().refuse("TIER_LADDER", "expected at least one tier");
    return;
  }
  if (!asksNothing(lowest)) {
    const message = `\`${lowest.tier.name}\` is the lowest tier, and everyone starts there: it asks nothing`;
    lowest.cursor.atKey().refuse("TIER_LADDER", message);
  }
  for (const [index, rung] of higher.entries()) {
    if (asksNothing(rung)) {
      const message = `\`requires\` is missing: only the lowest tier, \`${lowest.tier.name}\`, asks nothing`;
      rung.cursor.atKey().refuse("TIER_LADDER", message);
    }
    const below = rungs[index];
    if (below?.tier.rank === rung.tier.rank)
      rung.cursor.atKey().refuse("TIER_LADDER", `\`${below.tier.name}\` has rank ${rung.tier.rank} already`);
  }
}

// A requirement that could not be read has been reported; it is not the same as none.
function asksNothing({ tier, cursor }: Rung): boolean {
  const requires = cursor.mapping("a tier").optional("requires");
  return tier.requires === null && (requires === null || requires.isEmptyCollection);
}
