import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { moneyOf } from "@tiergraph/program/exact";

interface Sum {
  readonly currency: string;
}

export const redemptionRefusals = refusalTable("redemption", {
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  NoProgramInForce: { at: [], message: "No program is in force: publish one first." },
  KeyInvalid: { at: ["idempotencyKey"], message: "A key has 1 to 128 characters." },
  KeyReused: {
    at: ["idempotencyKey"],
    message: "This key was used for another redemption of the partner: choose a new one for each.",
  },
  NoteTooLong: { at: ["note"], message: "A note has at most 1,000 characters, and no control characters." },
  AmountInvalid: {
    at: ["amount"],
    message: "Expected an amount above zero in {currency}, no finer than the currency, such as 125.50.",
    values: ({ currency }: Sum) => ({ currency }),
    meaning: "The amount is not above zero, or is finer than the program's currency.",
  },
  BelowMinimum: {
    at: ["amount"],
    message: "The program pays out at least {minimum} at once.",
    values: ({ minimumMinor, currency }: Sum & { minimumMinor: bigint }) => ({
      minimum: moneyOf({ minor: minimumMinor, currency }),
    }),
    data: ({ minimumMinor, currency }: Sum & { minimumMinor: bigint }) => ({
      minimum: moneyOf({ minor: minimumMinor, currency }),
    }),
    meaning: "The program pays out no less than a certain sum at once; the message says which.",
  },
  InsufficientBalance: {
    at: ["amount"],
    message: "{missing} are missing.",
    values: ({ missingMinor, currency }: Sum & { missingMinor: bigint }) => ({
      missing: moneyOf({ minor: missingMinor, currency }),
    }),
    data: ({ missingMinor, currency }: Sum & { missingMinor: bigint }) => ({
      missing: moneyOf({ minor: missingMinor, currency }),
    }),
    meaning: "The partner does not have so much to redeem.",
  },
  CeilingReached: {
    at: ["amount"],
    message: "{ceiling}: {left} are left.",
    values: ({ ceiling, leftMinor, currency }: Sum & { ceiling: { readonly title: string }; leftMinor: bigint }) => ({
      ceiling: ceiling.title,
      left: moneyOf({ minor: leftMinor, currency }),
    }),
    data: ({ leftMinor, currency }: Sum & { ceiling: { readonly title: string }; leftMinor: bigint }) => ({
      left: moneyOf({ minor: leftMinor, currency }),
    }),
    meaning: "A ceiling of the program leaves no room for so much.",
  },
  RedemptionUnknown: { code: "REDEMPTION_NOT_FOUND", at: ["id"], message: "There is no such redemption." },
  ReasonMissing: { at: ["reason"], message: "Say why: the partner reads it." },
  OwnRequest: { at: ["id"], message: "A second person has to decide." },
  NotWaiting: {
    at: ["id"],
    message: "It is {state} already.",
    values: ({ state }: { state: string }) => ({ state }),
    meaning: "It was decided already, or needs no decision.",
  },
});
export type RedemptionRefusal = RefusalOf<typeof redemptionRefusals>;

interface Payment {
  /** Its place in the request. */
  readonly index: number;
}
const atPayment = ({ index }: Payment) => ["payouts", String(index)];

export const payoutRefusals = refusalTable("payout", {
  NothingToPay: { at: [], message: "No redemption is approved and waits to be paid." },
  TooManyPayouts: { at: ["payouts"], message: "Report 1 to 1,000 payments at once." },
  PayoutUnknown: {
    code: "PAYOUT_NOT_FOUND",
    at: atPayment,
    message: "There is no such redemption in this batch.",
    values: (_: Payment) => ({}),
    meaning: "One of the redemptions is not in this batch.",
  },
  PayoutAmbiguous: {
    at: atPayment,
    message: "A payment has a reference or a failure, and is reported once in a request.",
    values: (_: Payment) => ({}),
    meaning: "A payment has both a reference and a failure, neither of them, or is there twice.",
  },
  NotPaying: {
    at: atPayment,
    message: "It is {state} already.",
    values: ({ state }: Payment & { state: string }) => ({ state }),
    meaning: "One of the redemptions was settled before, with another result.",
  },
});
export type PayoutRefusal = RefusalOf<typeof payoutRefusals>;
