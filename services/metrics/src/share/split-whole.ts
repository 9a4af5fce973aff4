import { rational } from "@tiergraph/program/exact/rational";
import { byLargestRemainder } from "@tiergraph/program/reward/largest-remainder";
import { WHOLE } from "../fact/fact-origin.js";

/** What part of something is one partner's; `share` in hundredths of a percent. */
export interface Part {
  readonly partnerId: string;
  readonly share: number;
}

/**
 * What each partner's share of an amount comes to, in minor units: by largest remainder, so that shares of 100% come to
 * the whole amount. Of equal remainders the larger share comes first, then the smaller partner id, so that the order in
 * which shares arrive makes no difference. What nobody is credited with stays the vendor's and takes a cent last.
 *
 * @param fixed amounts that stand already: the others share what these leave
 */
export function splitWhole(
  wholeMinor: bigint,
  parts: readonly Part[],
  fixed: ReadonlyMap<string, bigint> = new Map(),
): Map<string, bigint> {
  const ordered = [...parts].sort((a, b) => b.share - a.share || (a.partnerId < b.partnerId ? -1 : 1));
  const rest = WHOLE - parts.reduce((sum, { share }) => sum + share, 0);
  const split = byLargestRemainder(
    [...ordered.map(({ share }) => share), rest].map((share) => rational(wholeMinor * BigInt(share), BigInt(WHOLE))),
  );
  const amounts = new Map(ordered.map(({ partnerId }, index) => [partnerId, split[index] ?? 0n]));
  return fixed.size === 0 ? amounts : around(amounts, fixed, ordered);
}

/** Moves to the others, in their order and a unit at a time, what fixed amounts take more or less than their split. */
function around(
  amounts: ReadonlyMap<string, bigint>,
  fixed: ReadonlyMap<string, bigint>,
  ordered: readonly Part[],
): Map<string, bigint> {
  const result = new Map(amounts);
  let over = 0n;
  for (const [partnerId, amount] of fixed) {
    over += amount - (amounts.get(partnerId) ?? 0n);
    result.set(partnerId, amount);
  }
  for (const { partnerId } of ordered) {
    if (over === 0n) break;
    if (fixed.has(partnerId)) continue;
    const unit = over > 0n ? 1n : -1n;
    const amount = (result.get(partnerId) ?? 0n) - unit;
    if (amount < 0n) continue;
    result.set(partnerId, amount);
    over -= unit;
  }
  return result;
}
