import type { AlikePair, FactOfGroup } from "./duplicate.store.js";

/**
 * Facts that look alike, in groups: what is alike to one of a group belongs to it, so that five equal deals are one
 * question and not ten. Groups that stand already stay together, and grow or meet.
 *
 * @param distinct pairs of fact ids that a person has declared different, the smaller id first
 * @param standing the facts of each open group that one of the pairs touches
 */
export function groupAlike(
  pairs: readonly AlikePair[],
  distinct: readonly { readonly one: string; readonly other: string }[],
  standing: readonly (readonly FactOfGroup[])[] = [],
): FactOfGroup[][] {
  const distinctPairs = new Set(distinct.map(({ one, other }) => `${one} ${other}`));
  const isAsked = ({ factId, otherFactId }: AlikePair) => {
    const [one = "", other = ""] = [factId, otherFactId].sort();
    return !distinctPairs.has(`${one} ${other}`);
  };
  const groupOf = new Map<string, Map<string, FactOfGroup>>();
  const groupWith = (fact: FactOfGroup): Map<string, FactOfGroup> => {
    const key = keyOf(fact);
    const known = groupOf.get(key) ?? new Map([[key, fact]]);
    groupOf.set(key, known);
    return known;
  };
  const join = (one: FactOfGroup, other: FactOfGroup): void => {
    const groups = [groupWith(one), groupWith(other)].sort((a, b) => b.size - a.size);
    const [larger, smaller] = groups;
    if (larger === undefined || smaller === undefined || larger === smaller) return;
    for (const [key, fact] of smaller) {
      larger.set(key, fact);
      groupOf.set(key, larger);
    }
  };
  for (const { partnerId, factId, otherPartnerId, otherFactId } of pairs.filter(isAsked))
    join({ partnerId, factId }, { partnerId: otherPartnerId, factId: otherFactId });
  const touched = new Set(groupOf.keys());
  for (const [first, ...others] of standing.filter((facts) => facts.some((fact) => touched.has(keyOf(fact)))))
    for (const other of others) if (first !== undefined) join(first, other);
  return [...new Set(groupOf.values())].map((facts) =>
    [...facts.values()].sort((a, b) => (a.factId < b.factId ? -1 : 1)),
  );
}

export const keyOf = ({ partnerId, factId }: FactOfGroup): string => `${partnerId} ${factId}`;
