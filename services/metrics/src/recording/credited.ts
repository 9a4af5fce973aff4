import { multiply, parseDecimal, rational, roundDown } from "@tiergraph/program/exact";
import { WHOLE } from "../fact/index.js";

/** A share in hundredths of a percent: `12.5` is 1250. Null where it is not above 0, is above 100, or has more than two digits after the point. */
export function shareText(percent: string): number | null {
  const parsed = /^\d{1,3}(\.\d{1,2})?$/.test(percent) ? parseDecimal(percent) : null;
  const share = parsed === null ? 0 : Number(roundDown(multiply(parsed, rational(100)), 0));
  return share > 0 && share <= WHOLE ? share : null;
}

/** What a share comes to, in minor units, rounded down: the credits of a deal never come to more than the deal. */
export const creditedMinor = (wholeMinor: bigint, share: number): bigint =>
  (wholeMinor * BigInt(share)) / BigInt(WHOLE);
