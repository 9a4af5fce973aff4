import { formatMinorUnits } from "@tiergraph/program/exact/format-amount";
import type { FactKeyRow, FactRow } from "../fact/fact.store.js";
import { shareOf, WHOLE } from "../fact/fact-origin.js";
import type { FactContent, FactProblem } from "../fact/fact-report.js";
import { converted } from "../rate/converted.js";
import { type Part, splitWhole } from "../share/split-whole.js";
import { toldOf, wholeOf } from "../share/whole-of.js";

export type HeldRefund =
  | { readonly kind: "Fits"; readonly content: FactContent }
  /** It is kept until its deal is won. */
  | { readonly kind: "Waits"; readonly problem: FactProblem }
  | { readonly kind: "Refused"; readonly problem: FactProblem };

/** What is known of the deal that a refund names. */
export interface DealBehind {
  /** The latest revision of the partner's part of it; null where the partner has none. */
  readonly deal: FactRow | null;
  /** Null where nothing is known under the deal's external id. */
  readonly key: Pick<FactKeyRow, "credited" | "parts"> | null;
  /** The partner's other refunds of it that stand. */
  readonly refunds: readonly FactRow[];
}

/**
 * Holds a refund against its deal: it is of the same partner and share, goes at the deal's own exchange rate, and all
 * refunds together never come to more than the deal. The refund that takes the last of a deal leaves nothing of it.
 *
 * @param refund of a kind that takes from deals, and names one
 */
export function holdRefund(refund: FactContent, behind: DealBehind): HeldRefund {
  const { deal, key, refunds } = behind;
  const name = refund.refundsDeal ?? "";
  if (deal === null || deal.isVoid) return withoutDeal(name, behind);
  if (deal.kind !== "deal.won")
    return waits("DEAL_NOT_WON", `Deal ${name} is not won yet. The refund waits until it is.`);
  const share = shareProblem(refund, deal, name);
  if (share !== null) return { kind: "Refused", problem: share };
  if (refund.amountMinor === null || deal.amountMinor === null) return { kind: "Fits", content: refund };

  const { wholeMinor, atDealRate } = atRateOf(deal, refund, refunds);
  const refundedMinor = refunds.reduce((sum, row) => sum + (wholeOf(row) ?? 0n), 0n);
  const dealMinor = wholeOf(deal) ?? 0n;
  const leftMinor = dealMinor - refundedMinor;
  if (wholeMinor > leftMinor) return exceeds(refund, { name, leftMinor, wholeMinor });
  const parts =
    key === null || key.parts.length === 0 ? [{ partnerId: deal.partnerId, share: shareOf(deal) }] : key.parts;
  const amountMinor = partOf(refund, { deal, parts, refunds, refundedMinor: refundedMinor + wholeMinor, dealMinor });
  const { origin } = refund;
  const shared = origin?.share === undefined ? {} : { wholeMinor: String(wholeMinor) };
  const fitting = { ...origin, ...atDealRate, ...shared };
  return {
    kind: "Fits",
    content: { ...refund, amountMinor, origin: Object.keys(fitting).length === 0 ? null : fitting },
  };
}

function withoutDeal(name: string, { deal, key }: DealBehind): HeldRefund {
  if (deal?.isVoid)
    return refused("DEAL_TAKEN_BACK", `Deal ${name} was taken back: there is nothing left of it to refund.`);
  if (key !== null && key.credited > 0)
    return refused("DEAL_OF_ANOTHER_PARTNER", `Deal ${name} is recorded, but not for this partner.`);
  return waits("DEAL_UNKNOWN", `No deal ${name} is recorded. The refund waits until it is.`);
}

function shareProblem(refund: FactContent, deal: FactRow, name: string): FactProblem | null {
  const [asked, held] = [shareOf(refund), shareOf(deal)];
  if (asked === held) return null;
  const has = `This partner has ${held / 100}% of deal ${name}`;
  return {
    code: "SHARE_DIFFERS",
    field: "credit",
    message:
      asked === WHOLE
        ? `${has}: send the refund once for each partner, with its share and the whole amount.`
        : `${has}, not ${asked / 100}%.`,
  };
}

function exceeds(
  refund: FactContent,
  { name, leftMinor, wholeMinor }: { name: string; leftMinor: bigint; wholeMinor: bigint },
): HeldRefund {
  const money = (minor: bigint) => formatMinorUnits(minor, refund.currency ?? "");
  const message =
    leftMinor > 0n
      ? `${money(leftMinor)} of deal ${name} are left to be refunded, not ${money(wholeMinor)}.`
      : `Deal ${name} is refunded whole: nothing of it is left.`;
  return refused("REFUND_EXCEEDS_DEAL", message, "amount");
}

/**
 * The whole refund in the program's currency. One in the deal's own currency goes at the deal's rate, and together with
 * the refunds before it comes to what their sum comes to, so that a deal that is refunded bit by bit leaves nothing.
 */
function atRateOf(
  deal: FactRow,
  refund: FactContent,
  refunds: readonly FactRow[],
): { readonly wholeMinor: bigint; readonly atDealRate: Pick<NonNullable<FactRow["origin"]>, "rate" | "rateOn"> } {
  const { rate, rateOn } = deal.origin ?? {};
  const [of, told] = [toldOf(deal), toldOf(refund)];
  const to = refund.currency ?? "";
  if (rate === undefined || rateOn === undefined || told === null || of === null || told.currency !== of.currency)
    return { wholeMinor: wholeOf(refund) ?? 0n, atDealRate: {} };
  const inProgram = (minor: bigint) => converted(minor, { from: of.currency, to, rate });
  const before = refunds.map(toldOf);
  const isAlike = before.every((one) => one?.currency === of.currency);
  const toldBefore = isAlike ? before.reduce((sum, one) => sum + (one?.minor ?? 0n), 0n) : 0n;
  return {
    wholeMinor: inProgram(toldBefore + told.minor) - inProgram(toldBefore),
    atDealRate: { rate, rateOn },
  };
}

/** The partner's part of a refund: what brings its refunds to its part of all that was refunded. */
function partOf(
  { partnerId }: FactContent,
  {
    deal,
    parts,
    refunds,
    refundedMinor,
    dealMinor,
  }: {
    readonly deal: FactRow;
    readonly parts: readonly Part[];
    readonly refunds: readonly FactRow[];
    /** With this refund. */
    readonly refundedMinor: bigint;
    readonly dealMinor: bigint;
  },
): bigint {
  const takenMinor = refunds.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0n), 0n);
  const heldMinor = deal.amountMinor ?? 0n;
  const dueMinor = refundedMinor === dealMinor ? heldMinor : (splitWhole(refundedMinor, parts).get(partnerId) ?? 0n);
  const partMinor = (dueMinor < heldMinor ? dueMinor : heldMinor) - takenMinor;
  return partMinor > 0n ? partMinor : 0n;
}

const refused = (code: FactProblem["code"], message: string, field = "attributes"): HeldRefund => ({
  kind: "Refused",
  problem: { code, field, message },
});
const waits = (code: FactProblem["code"], message: string): HeldRefund => ({
  kind: "Waits",
  problem: { code, field: "attributes", message },
});
