import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { asDay } from "@tiergraph/schema/messages";

export const registrationRefusals = refusalTable("deal-registration", {
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  NotOffered: { code: "REGISTRATION_NOT_OFFERED", at: [], message: "The program in force registers no deals." },
  KeyInvalid: { at: ["idempotencyKey"], message: "A key has 1 to 128 characters." },
  KeyReused: {
    at: ["idempotencyKey"],
    message: "This key was used for another registration of the partner: choose a new one for each.",
  },
  CustomerInvalid: { at: ["customer"], message: "A name has letters or digits, and at most 200 characters." },
  DomainInvalid: { at: ["domain"], message: "Expected a domain such as acme.com." },
  ProductLineInvalid: { at: ["productLine"], message: "1 to 200 characters." },
  NoteTooLong: { at: ["note"], message: "A note has at most 1,000 characters, and no control characters." },
  AmountInvalid: {
    at: ["amount"],
    message: "Expected an amount above zero in {currency}, such as 12000.00.",
    values: ({ currency }: { currency: string }) => ({ currency }),
    meaning: "The amount is not above zero, or is finer than the program's currency.",
  },
  TierMayNotRegister: {
    at: [],
    message:
      "{hasTier, select, false {The partner holds no tier yet.} other {The program protects no deals of partners in {tier}.}}",
    values: ({ tier }: { tier: string | null }) => ({ hasTier: tier !== null, tier: tier ?? "" }),
    meaning: "The partner holds no tier yet, or one whose deals the program does not protect.",
  },
  CapacityReached: {
    at: [],
    message:
      "The partner has {most, plural, one {# registration} other {# registrations}} waiting or protected: as many as its tier may have.",
    values: ({ most }: { most: number }) => ({ most }),
    meaning: "The partner has as many registrations waiting or protected as its tier may have.",
  },
  ProductLineUnknown: {
    at: ["productLine"],
    message: "The program registers deals of: {known}.",
    values: ({ known }: { known: readonly string[] }) => ({ known: known.join(", ") }),
    meaning: "The program does not register deals of this product line.",
  },
  /** Frequent requests would show by their refusals which customers others have protected. */
  TooManyAttempts: {
    at: [],
    message: "The partner has asked as often as it may on one day: ask again from {until} on.",
    values: ({ until }: { until: string }) => ({ until: asDay(until) }),
    data: ({ until }: { until: string }) => ({ until }),
    meaning: "The partner has asked, or was refused, as often as it may on one day (UTC).",
  },
  /** A protection that lapsed leaves the customer to others for a while. */
  RegisteredBefore: {
    at: ["customer"],
    message:
      "The partner's protection of this customer ended without a deal: it may register it again from {again} on.",
    values: ({ again }: { again: string }) => ({ again: asDay(again) }),
    data: ({ again }: { again: string }) => ({ until: again }),
    meaning:
      "The partner's protection of this customer ended without a deal a short time ago; the message says from when on it may register it again.",
  },
  /** For another partner, which is never named, or for the partner itself. */
  Protected: {
    code: "CUSTOMER_PROTECTED",
    at: ["customer"],
    message:
      "{isOwn, select, true {The partner has protected this customer already, until {until}.} other {This customer is protected for another partner until {until}.}}",
    values: ({ until, isOwn }: { until: string; isOwn: boolean }) => ({ until: asDay(until), isOwn }),
    data: ({ until }: { until: string }) => ({ until }),
    meaning: "The customer is protected, for the partner itself or for another one; the message says until when.",
  },
  RegistrationUnknown: { code: "REGISTRATION_NOT_FOUND", at: ["id"], message: "There is no such registration." },
  ReasonMissing: { at: ["reason"], message: "Say why: the partner reads it." },
  NotPossible: {
    at: ["id"],
    message: "It is {state} already.",
    values: ({ state }: { state: string }) => ({ state }),
    meaning: "The state of the registration does not allow it.",
  },
  ExtensionsUsed: {
    at: ["id"],
    message:
      "{times, plural, =0 {The program extends no protection.} one {It was extended once already.} other {It was extended # times already.}}",
    values: ({ times }: { times: number }) => ({ times }),
    meaning: "The program extends no protection, or the protection was extended as often as it may be.",
  },
});
export type RegistrationRefusal = RefusalOf<typeof registrationRefusals>;

export const conflictRefusals = refusalTable("registration-conflict", {
  ConflictUnknown: { code: "CONFLICT_NOT_FOUND", at: ["id"], message: "There is no such conflict." },
  AlreadyDecided: {
    at: ["id"],
    message: "{state, select, CLOSED {It closed by itself: {note}} other {It was decided before: {state}.}}",
    values: ({ conflict }: { conflict: { readonly state: string; readonly note: string | null } }) => ({
      state: conflict.state,
      note: conflict.note ?? "",
    }),
    meaning: "It was decided before, or closed by itself.",
  },
  ReasonInvalid: { at: ["reason"], message: "A reason is 1 to 1,000 characters." },
});
export type ConflictRefusal = RefusalOf<typeof conflictRefusals>;
