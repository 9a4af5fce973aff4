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
 */
export function splitWhole(wholeMinor: bigint, parts: readonly Part[]): Map<string, bigint> {
  const ordered = [...parts].sort((a, b) => b.share - a.share || (a.partnerId < b.partnerId ? -1 : 1));
  const rest = WHOLE - parts.reduce((sum, { share }) => sum + share, 0);
  const split = byLargestRemainder(
    [...ordered.map(({ share }) => share), rest].map((share) => rational(wholeMinor * BigInt(share), BigInt(WHOLE))),
  );
  return new Map(ordered.map(({ partnerId }, index) => [partnerId, split[index] ?? 0n]));
}
