import { SELF_DEALING } from "@tiergraph/program/document/facts";
import { minorOf } from "@tiergraph/program/exact";
import type { PostingDay } from "@tiergraph/program/measure";
import { ownCustomerKey } from "../customer/index.js";
import {
  CREDIT_ATTRIBUTE,
  DEAL_ATTRIBUTE,
  type FactContent,
  type FactOrigin,
  type FactReport,
  familyOf,
} from "../fact/index.js";
import { converted } from "../rate/index.js";
import { creditedMinor, shareText } from "./credited.js";
import { dayOfReport, type FactBounds, rateKey } from "./report-bounds.js";

/** What a sound report comes to: its amount in the program's currency, its share of it, and the day that it counts for. */
export function contentOf(report: FactReport, bounds: FactBounds, posting: PostingDay): FactContent {
  const day = dayOfReport(report, bounds);
  const { amountMinor, origin: ofAmount } = amountOf(report, bounds, day);
  const attributes = Object.fromEntries((report.attributes ?? []).map(({ name, value }) => [name, value]));
  const isOwnCustomer = isDealingWithItself(report, bounds, attributes);
  const origin: FactOrigin = {
    ...ofAmount,
    ...(posting.kind === "Posted" ? { happenedOn: day } : {}),
    ...(isOwnCustomer ? { isOwnCustomer } : {}),
  };
  return {
    partnerId: report.partnerId,
    family: familyOf(report.kind),
    kind: report.kind,
    externalId: report.externalId,
    occurredOn: posting.kind === "Posted" ? posting.on : day,
    openedOn: report.openedOn ?? null,
    untilOn: report.until ?? null,
    amountMinor,
    currency: amountMinor === null ? null : bounds.program.currency,
    quantity: report.quantity == null ? null : BigInt(report.quantity),
    customer: report.customer ?? null,
    personId: null,
    product: report.product ?? null,
    attributes: {
      ...attributes,
      ...(report.credit == null ? {} : { [CREDIT_ATTRIBUTE]: report.credit.role }),
      ...(isOwnCustomer ? { [SELF_DEALING.attribute]: "yes" } : {}),
    },
    origin: Object.keys(origin).length === 0 ? null : origin,
    refundsDeal: bounds.refundKinds.has(report.kind) ? (attributes[DEAL_ATTRIBUTE] ?? null) : null,
  };
}

function amountOf(
  { amount, currency, credit }: FactReport,
  { program, rates }: FactBounds,
  day: string,
): { readonly amountMinor: bigint | null; readonly origin: FactOrigin } {
  const share = credit == null ? null : shareText(credit.share);
  const ofShare = share === null ? {} : { share };
  if (amount == null) return { amountMinor: null, origin: share === null ? {} : { ...ofShare, wholeMinor: null } };
  const reportedCurrency = currency ?? program.currency;
  const reportedMinor = minorOf(amount, reportedCurrency);
  const rate = reportedCurrency === program.currency ? null : rates.get(rateKey(reportedCurrency, day));
  if (reportedMinor === null) throw new Error("An amount that is none passed the check");
  // Of a refund, which goes at the rate of its deal: until that is known, its amount stands for nothing.
  if (rate === undefined)
    return {
      amountMinor: 0n,
      origin: {
        toldMinor: String(reportedMinor),
        toldCurrency: reportedCurrency,
        ...ofShare,
        ...(share === null ? {} : { wholeMinor: "0" }),
      },
    };
  const wholeMinor =
    rate === null
      ? reportedMinor
      : converted(reportedMinor, { from: reportedCurrency, to: program.currency, rate: rate.rate });
  return {
    amountMinor: share === null ? wholeMinor : creditedMinor(wholeMinor, share),
    origin: {
      ...(rate === null
        ? {}
        : { toldMinor: String(reportedMinor), toldCurrency: reportedCurrency, rate: rate.rate, rateOn: rate.onDay }),
      ...(share === null ? {} : { ...ofShare, wholeMinor: String(wholeMinor) }),
    },
  };
}

/** What was reported about self-dealing, either way, stands. */
function isDealingWithItself(
  { partnerId, customer }: FactReport,
  { ownCustomers }: FactBounds,
  attributes: Readonly<Record<string, string>>,
): boolean {
  if (customer == null || Object.hasOwn(attributes, SELF_DEALING.attribute)) return false;
  return ownCustomers.has(ownCustomerKey({ partnerId, customer }));
}
