import type { AlikePair, FactOfGroup } from "./duplicate.store.js";

/**
 * Facts that look alike, in groups: whatever is alike to one of a group belongs to it, so that five equal deals are one
 * question and not ten.
 *
 * @param distinct pairs of fact ids that a person has told apart, the smaller id first
 */
export function groupAlike(
  pairs: readonly AlikePair[],
  distinct: readonly { readonly one: string; readonly other: string }[],
): FactOfGroup[][] {
  const toldApart = new Set(distinct.map(({ one, other }) => `${one} ${other}`));
  const isAsked = ({ factId, otherFactId }: AlikePair) => {
    const [one = "", other = ""] = [factId, otherFactId].sort();
    return !toldApart.has(`${one} ${other}`);
  };
  const groupOf = new Map<string, Set<string>>();
  const facts = new Map<string, FactOfGroup>();
  const add = (fact: FactOfGroup): string => {
    const key = `${fact.partnerId} ${fact.factId}`;
    facts.set(key, fact);
    if (!groupOf.has(key)) groupOf.set(key, new Set([key]));
    return key;
  };
  for (const { partnerId, factId, otherPartnerId, otherFactId } of pairs.filter(isAsked)) {
    const one = groupOf.get(add({ partnerId, factId })) ?? new Set();
    const other = groupOf.get(add({ partnerId: otherPartnerId, factId: otherFactId })) ?? new Set();
    if (one === other) continue;
    for (const key of other) {
      one.add(key);
      groupOf.set(key, one);
    }
  }
  return [...new Set(groupOf.values())].map((keys) =>
    [...keys].flatMap((key) => facts.get(key) ?? []).sort((a, b) => (a.factId < b.factId ? -1 : 1)),
  );
}
