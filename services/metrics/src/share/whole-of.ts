import type { FactContent } from "../fact/index.js";

type Amounted = Pick<FactContent, "amountMinor" | "currency" | "origin">;

/** The whole amount in the program's currency, of which a partner has all or a share; null where there is none. */
export const wholeOf = ({ amountMinor, origin }: Amounted): bigint | null =>
  origin?.wholeMinor == null ? amountMinor : BigInt(origin.wholeMinor);

/** The whole amount in the currency in which it was recorded. */
export function reportedAmountOf(fact: Amounted): { readonly minor: bigint; readonly currency: string } | null {
  const { toldMinor, toldCurrency } = fact.origin ?? {};
  if (toldMinor !== undefined && toldCurrency !== undefined)
    return { minor: BigInt(toldMinor), currency: toldCurrency };
  const minor = wholeOf(fact);
  return minor === null || fact.currency === null ? null : { minor, currency: fact.currency };
}
