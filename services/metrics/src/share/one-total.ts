import { formatMinorUnits } from "@tiergraph/program/exact";
import { type FactContent, type FactProblem, type FactRow, shareOf, WHOLE } from "../fact/index.js";
import { isEstimate } from "./share-cents.js";
import { reportedAmountOf } from "./whole-of.js";

type OneTotal =
  | { readonly kind: "Agrees"; readonly content: FactContent }
  /** The shares disagree on the total: a person has to say which one is right. */
  | { readonly kind: "Differs"; readonly problem: FactProblem };

/**
 * Checks the total of a share against the total of the shares that are known. Shares in one foreign currency go at the
 * exchange rate of the first, so that one deal has one total in the program's currency, too.
 */
export function oneTotal(content: FactContent, others: readonly FactRow[]): OneTotal {
  const reported = reportedAmountOf(content);
  const other = others.find((row) => row.kind === content.kind && !isEstimate(row) && reportedAmountOf(row) !== null);
  if (shareOf(content) === WHOLE || reported === null || other === undefined || isEstimate(content))
    return { kind: "Agrees", content };
  const known = reportedAmountOf(other);
  if (known === null || known.minor !== reported.minor || known.currency !== reported.currency) {
    const money = (amount: typeof reported | null) =>
      amount === null ? "no amount" : formatMinorUnits(amount.minor, amount.currency);
    return {
      kind: "Differs",
      problem: {
        code: "TOTAL_DIFFERS",
        field: "amount",
        message: `${content.externalId} is recorded with a total of ${money(known)} for another share of it, here with ${money(reported)}.`,
      },
    };
  }
  const { wholeMinor, rate, rateOn } = other.origin ?? {};
  if (rate === undefined || rateOn === undefined || wholeMinor == null) return { kind: "Agrees", content };
  return { kind: "Agrees", content: { ...content, origin: { ...content.origin, wholeMinor, rate, rateOn } } };
}
