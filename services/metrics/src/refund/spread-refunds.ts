import { type FactContent, type FactRow, type Part, shareOf } from "../fact/index.js";
import { converted } from "../rate/index.js";
import { reportedAmountOf, splitWhole, wholeOf } from "../share/index.js";

type Amounted = Pick<FactContent, "amountMinor" | "currency" | "origin" | "occurredOn" | "externalId">;

/**
 * The whole amounts of a partner's refunds of a deal in the program's currency, in the order of their days. Those in the
 * deal's own currency go at the deal's rate, and together come to what their sum comes to: a deal that is refunded bit by
 * bit leaves nothing.
 */
export function wholesOf(deal: Amounted, refunds: readonly Amounted[]): bigint[] {
  const { rate } = deal.origin ?? {};
  const of = reportedAmountOf(deal);
  let reportedMinor = 0n;
  return refunds.map((refund) => {
    const reported = reportedAmountOf(refund);
    if (rate === undefined || of === null || reported?.currency !== of.currency) return wholeOf(refund) ?? 0n;
    const inProgram = (minor: bigint) => converted(minor, { from: of.currency, to: deal.currency ?? "", rate });
    const before = inProgram(reportedMinor);
    reportedMinor += reported.minor;
    return inProgram(reportedMinor) - before;
  });
}

interface Refunds {
  /** Who shares the deal; empty where the partner has all of it. */
  readonly parts: readonly Part[];
  readonly refunds: readonly FactRow[];
  /** Whether the period of a refund has closed. */
  readonly isClosed: (refund: FactRow) => boolean;
}

/** In the order of their days, then of their external ids: one order, however they came. */
export const inOrderOfDays = <Refund extends Amounted>(refunds: readonly Refund[]): Refund[] =>
  [...refunds].sort((a, b) => compareText(dayOf(a), dayOf(b)) || compareText(a.externalId, b.externalId));

/**
 * What a partner's refunds of a deal come to: each brings them to the partner's part of all that was refunded so far. Answers
 * with those that change. One of a closed period changes only with the exchange rate of the deal; otherwise those after it
 * make up for its cents.
 */
export function spreadRefunds(deal: FactRow, { parts, refunds, isClosed }: Refunds): FactRow[] {
  const heldMinor = deal.amountMinor;
  const dealMinor = wholeOf(deal);
  if (refunds.length === 0 || heldMinor === null || dealMinor === null) return [];
  const ordered = inOrderOfDays(refunds.filter(({ amountMinor }) => amountMinor !== null));
  const sharing = parts.length > 0 ? parts : [{ partnerId: deal.partnerId, share: shareOf(deal) }];
  const { rate, rateOn } = deal.origin ?? {};
  const wholes = wholesOf(deal, ordered);
  let [refundedMinor, takenMinor] = [0n, 0n];
  return ordered.flatMap((refund, index) => {
    const wholeMinor = wholes[index] ?? 0n;
    refundedMinor += wholeMinor;
    const dueMinor =
      refundedMinor >= dealMinor ? heldMinor : (splitWhole(refundedMinor, sharing).get(deal.partnerId) ?? 0n);
    const isAtRate =
      rate !== undefined &&
      rateOn !== undefined &&
      reportedAmountOf(refund)?.currency === reportedAmountOf(deal)?.currency;
    if (isClosed(refund) && (!isAtRate || refund.origin?.rate === rate)) {
      takenMinor += refund.amountMinor ?? 0n;
      return [];
    }
    const amountMinor = larger(smaller(dueMinor, heldMinor) - takenMinor, 0n);
    takenMinor += amountMinor;
    const origin = {
      ...refund.origin,
      ...(isAtRate ? { rate, rateOn } : {}),
      ...(refund.origin?.share === undefined ? {} : { wholeMinor: String(wholeMinor) }),
    };
    const kept = Object.keys(origin).length === 0 ? null : origin;
    const isSame = amountMinor === refund.amountMinor && JSON.stringify(kept) === JSON.stringify(refund.origin);
    return isSame ? [] : [{ ...refund, amountMinor, origin: kept }];
  });
}

const dayOf = ({ origin, occurredOn }: Amounted): string => origin?.happenedOn ?? occurredOn;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
