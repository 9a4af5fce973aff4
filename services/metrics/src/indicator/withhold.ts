/** Fewer partners than this could be recognised. */
export const MIN_GROUP_SIZE = 5;

/**
 * Which groups of one period may be shown: those of five partners and more; and where a single one may not, the next
 * smallest is withheld as well, since the whole would give the first away.
 */
export function shownGroups<Group extends { readonly partners: number }>(groups: readonly Group[]): Set<Group> {
  const bySize = [...groups].sort((a, b) => a.partners - b.partners);
  const small = bySize.filter(({ partners }) => partners < MIN_GROUP_SIZE);
  const hidden = new Set(small.length === 1 ? bySize.slice(0, 2) : small);
  return new Set(groups.filter((group) => !hidden.has(group)));
}
