import { rational } from "@tiergraph/program/exact";
import { byLargestRemainder } from "@tiergraph/program/reward";
import { type Part, WHOLE } from "../fact/index.js";

/**
 * What each partner's share of an amount comes to, in minor units: by largest remainder, so that shares of 100% come to
 * the whole amount. Of equal remainders the larger share comes first, then the smaller partner id, so that the order in
 * which shares arrive makes no difference. What nobody is credited with stays the vendor's and takes a cent last.
 *
 * @param kept amounts by partner that stay as they are; the others make up for their cents, the larger share first
 */
export function splitWhole(
  wholeMinor: bigint,
  parts: readonly Part[],
  kept: ReadonlyMap<string, bigint> = new Map(),
): Map<string, bigint> {
  const ordered = [...parts].sort((a, b) => b.share - a.share || (a.partnerId < b.partnerId ? -1 : 1));
  const rest = WHOLE - parts.reduce((sum, { share }) => sum + share, 0);
  const split = byLargestRemainder(
    [...ordered.map(({ share }) => share), rest].map((share) => rational(wholeMinor * BigInt(share), BigInt(WHOLE))),
  );
  const amounts = new Map(ordered.map(({ partnerId }, index) => [partnerId, split[index] ?? 0n]));
  return kept.size === 0 ? amounts : makeUp(amounts, kept, { isShared: rest === 0 });
}

/** @param isShared whether partners have all of it; otherwise the vendor makes up for cents */
function makeUp(
  amounts: ReadonlyMap<string, bigint>,
  kept: ReadonlyMap<string, bigint>,
  { isShared }: { readonly isShared: boolean },
): Map<string, bigint> {
  let leftMinor = [...amounts].reduce((left, [id, minor]) => left + minor - (kept.get(id) ?? minor), 0n);
  const made = new Map([...amounts].map(([id, minor]) => [id, kept.get(id) ?? minor]));
  const open = [...made.keys()].filter((id) => !kept.has(id));
  if (!isShared || open.length === 0) return made;
  const cent = leftMinor > 0n ? 1n : -1n;
  for (let i = 0; leftMinor !== 0n; i = (i + 1) % open.length) {
    const id = open[i] ?? "";
    made.set(id, (made.get(id) ?? 0n) + cent);
    leftMinor -= cent;
  }
  return made;
}
