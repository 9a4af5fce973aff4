import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const registrationRefusals = refusalTable({
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
    message: ({ currency }: { currency: string }) => `Expected an amount above zero in ${currency}, such as 12000.00.`,
    meaning: "The amount is not above zero, or is finer than the program's currency.",
  },
  TierMayNotRegister: {
    at: [],
    message: ({ tier }: { tier: string | null }) =>
      tier === null ? "The partner holds no tier yet." : `The program protects no deals of partners in ${tier}.`,
    meaning: "The partner holds no tier yet, or one whose deals the program does not protect.",
  },
  CapacityReached: {
    at: [],
    message: ({ most }: { most: number }) =>
      `The partner has ${most} registrations waiting or protected: as many as its tier may have.`,
    meaning: "The partner has as many registrations waiting or protected as its tier may have.",
  },
  ProductLineUnknown: {
    at: ["productLine"],
    message: ({ known }: { known: readonly string[] }) => `The program registers deals of: ${known.join(", ")}.`,
    meaning: "The program does not register deals of this product line.",
  },
  /** Frequent requests would show by their refusals which customers others have protected. */
  TooManyAttempts: {
    at: [],
    message: ({ until }: { until: string }) =>
      `The partner has asked as often as it may on one day: ask again from ${until} on.`,
    data: ({ until }: { until: string }) => ({ until }),
    meaning: "The partner has asked, or was refused, as often as it may on one day (UTC).",
  },
  /** A protection that lapsed leaves the customer to others for a while. */
  RegisteredBefore: {
    at: ["customer"],
    message: ({ again }: { again: string }) =>
      `The partner's protection of this customer ended without a deal: it may register it again from ${again} on.`,
    data: ({ again }: { again: string }) => ({ until: again }),
    meaning:
      "The partner's protection of this customer ended without a deal a short time ago; the message says from when on it may register it again.",
  },
  /** For another partner, which is never named, or for the partner itself. */
  Protected: {
    code: "CUSTOMER_PROTECTED",
    at: ["customer"],
    message: ({ until, isOwn }: { until: string; isOwn: boolean }) =>
      isOwn
        ? `The partner has protected this customer already, until ${until}.`
        : `This customer is protected for another partner until ${until}.`,
    data: ({ until }: { until: string }) => ({ until }),
    meaning: "The customer is protected, for the partner itself or for another one; the message says until when.",
  },
  RegistrationUnknown: { code: "REGISTRATION_NOT_FOUND", at: ["id"], message: "There is no such registration." },
  ReasonMissing: { at: ["reason"], message: "Say why: the partner reads it." },
  NotPossible: {
    at: ["id"],
    message: ({ state }: { state: string }) => `It is ${state} already.`,
    meaning: "The state of the registration does not allow it.",
  },
  ExtensionsUsed: {
    at: ["id"],
    message: ({ times }: { times: number }) =>
      times === 0 ? "The program extends no protection." : `It was extended ${times} times already.`,
    meaning: "The program extends no protection, or the protection was extended as often as it may be.",
  },
});
export type RegistrationRefusal = RefusalOf<typeof registrationRefusals>;

export const conflictRefusals = refusalTable({
  ConflictUnknown: { code: "CONFLICT_NOT_FOUND", at: ["id"], message: "There is no such conflict." },
  AlreadyDecided: {
    at: ["id"],
    message: ({ conflict }: { conflict: { readonly state: string; readonly note: string | null } }) =>
      conflict.state === "CLOSED"
        ? `It closed by itself: ${conflict.note}`
        : `It was decided before: ${conflict.state}.`,
    meaning: "It was decided before, or closed by itself.",
  },
  NoteInvalid: { at: ["note"], message: "A note is 1 to 1,000 characters." },
});
export type ConflictRefusal = RefusalOf<typeof conflictRefusals>;
