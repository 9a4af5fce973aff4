import { dayOf } from "@tiergraph/kit/process/clock";
import { customerKeys, wordKey } from "@tiergraph/kit/values/same-customer";
import type { PayingFactRow } from "../paying-fact/index.js";
import type { RegistrationRow } from "./deal-registration.entity.js";

/** Why a deal is not the one that was registered. */
type DealDifference = "TAKEN_BACK" | "NOT_WON" | "OTHER_CUSTOMER" | "OTHER_LINE" | "OTHER_DAY";

/** Half-open. */
interface Term {
  readonly from: string;
  readonly until: string;
}

/** The days on which a deal converts a registration: from the day that it was asked for. */
export const convertingTerm = ({ requestedAt, protectedUntil }: RegistrationRow): Term => ({
  from: dayOf(requestedAt),
  until: protectedUntil ?? "",
});

/** The days on which its customer was to be protected: from the day of the approval. */
export const protectedTerm = ({ requestedAt, decidedAt, protectedUntil }: RegistrationRow): Term => ({
  from: dayOf(decidedAt ?? requestedAt),
  until: protectedUntil ?? "",
});

/** By which the customer of a deal is known: its name, and the attribute `domain`. */
export const customerKeysOf = ({ customer, attributes }: Pick<PayingFactRow, "customer" | "attributes">): string[] =>
  customer === null ? [] : customerKeys({ customer, domain: attributes.domain ?? null });

/** Null where the deal names no product: it may be of any line. */
export const lineKeyOf = ({ product }: Pick<PayingFactRow, "product">): string | null =>
  product === null ? null : wordKey(product);

export const isWon = ({ kind, isGone }: Pick<PayingFactRow, "kind" | "isGone">): boolean =>
  kind === "deal.won" && !isGone;

/** What keeps a deal from being the one that was registered, for any winner; null where it is that deal. */
export function differenceOf(deal: PayingFactRow, registration: RegistrationRow, term: Term): DealDifference | null {
  if (deal.isGone) return "TAKEN_BACK";
  if (deal.kind !== "deal.won") return "NOT_WON";
  const registered = new Set(customerKeys(registration));
  if (!customerKeysOf(deal).some((key) => registered.has(key))) return "OTHER_CUSTOMER";
  const line = lineKeyOf(deal);
  if (line !== null && line !== wordKey(registration.productLine)) return "OTHER_LINE";
  return deal.occurredOn >= term.from && deal.occurredOn < term.until ? null : "OTHER_DAY";
}

/** Whether a deal converts a registration: its partner won it, of that customer and line, after asking and in time. */
export const converts = (deal: PayingFactRow, registration: RegistrationRow): boolean =>
  deal.partnerId === registration.partnerId && differenceOf(deal, registration, convertingTerm(registration)) === null;

export const DIFFERENCE_IN_WORDS: Readonly<Record<DealDifference, string>> = {
  TAKEN_BACK: "The deal was taken back.",
  NOT_WON: "The deal is no longer won.",
  OTHER_CUSTOMER: "The deal was corrected to another customer.",
  OTHER_LINE: "The deal was corrected to another product line.",
  OTHER_DAY: "The deal was corrected to a day outside of the registration.",
};
