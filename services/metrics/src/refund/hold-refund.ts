import { formatMinorUnits } from "@tiergraph/program/exact";
import { type DealBehind, type FactContent, type FactProblem, type FactRow, shareOf, WHOLE } from "../fact/index.js";
import { reportedAmountOf, wholeOf } from "../share/index.js";
import { inOrderOfDays, wholesOf } from "./spread-refunds.js";

type HeldRefund =
  | { readonly kind: "Fits"; readonly content: FactContent }
  /** It is kept until its deal is won. */
  | { readonly kind: "Waits"; readonly problem: FactProblem }
  | { readonly kind: "Refused"; readonly problem: FactProblem };

/**
 * Checks a refund against its deal: both have the same partner and share, the refund takes the deal's own exchange
 * rate, and all refunds together never exceed the deal. `spreadRefunds` works out what each amounts to.
 *
 * @param refund of a kind that takes from deals, and names one
 */
export function holdRefund(refund: FactContent, behind: DealBehind): HeldRefund {
  const { deal, refunds } = behind;
  const name = refund.refundsDeal ?? "";
  if (deal === null || deal.isVoid) return withoutDeal(name, behind);
  if (deal.kind !== "deal.won")
    return waits("DEAL_NOT_WON", `Deal ${name} is not won yet. The refund waits until it is.`);
  const share = shareProblem(refund, deal, name);
  if (share !== null) return { kind: "Refused", problem: share };
  const units = unitsProblem(refund, { deal, refunds, name });
  if (units !== null) return { kind: "Refused", problem: units };
  if (refund.amountMinor === null || deal.amountMinor === null) return { kind: "Fits", content: refund };

  const isConverted = refund.origin?.toldCurrency === undefined || refund.origin.rate !== undefined;
  if (!isConverted && reportedAmountOf(deal)?.currency !== refund.origin?.toldCurrency)
    return refused(
      "RATE_MISSING",
      `Deal ${name} is in another currency, and no exchange rate from ${refund.origin?.toldCurrency} to ${refund.currency} is known for the refund's day: record one of that day, or of the 31 days before it.`,
      "currency",
    );
  const others = wholesOf(deal, inOrderOfDays(refunds)).reduce((sum, minor) => sum + minor, 0n);
  const all = wholesOf(deal, inOrderOfDays([...refunds, refund])).reduce((sum, minor) => sum + minor, 0n);
  const dealMinor = wholeOf(deal) ?? 0n;
  return all > dealMinor
    ? exceeds(refund, { name, leftMinor: dealMinor - others, wholeMinor: all - others })
    : { kind: "Fits", content: refund };
}

function withoutDeal(name: string, { deal, key }: DealBehind): HeldRefund {
  if (deal?.isVoid)
    return refused("DEAL_TAKEN_BACK", `Deal ${name} was taken back: there is nothing left of it to refund.`);
  if (key !== null && key.credited >= WHOLE)
    return refused("DEAL_OF_ANOTHER_PARTNER", `Deal ${name} is recorded, but not for this partner.`);
  // Its share may be on its way.
  if (key !== null && key.credited > 0)
    return waits("DEAL_UNKNOWN", `Deal ${name} is not recorded for this partner. The refund waits until it is.`);
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

/** Units are held as amounts are, where one partner has all of the deal. */
function unitsProblem(
  refund: FactContent,
  { deal, refunds, name }: { deal: FactRow; refunds: readonly FactRow[]; name: string },
): FactProblem | null {
  if (refund.quantity === null || deal.quantity === null || shareOf(deal) !== WHOLE) return null;
  const before = refunds.reduce((sum, { quantity }) => sum + (quantity ?? 0n), 0n);
  const left = deal.quantity - before;
  if (refund.quantity <= left) return null;
  const message = `${left} of the ${deal.quantity} units of deal ${name} are left to be refunded, not ${refund.quantity}.`;
  return { code: "REFUND_EXCEEDS_DEAL", field: "quantity", message };
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

const refused = (code: FactProblem["code"], message: string, field = "attributes"): HeldRefund => ({
  kind: "Refused",
  problem: { code, field, message },
});
const waits = (code: FactProblem["code"], message: string): HeldRefund => ({
  kind: "Waits",
  problem: { code, field: "attributes", message },
});
