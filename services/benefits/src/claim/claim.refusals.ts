import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const claimRefusals = refusalTable("claim", {
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  KeyInvalid: { at: ["idempotencyKey"], message: "A key has 1 to 128 characters." },
  KeyReused: {
    at: ["idempotencyKey"],
    message: "This key was used for another claim of the partner: choose a new one for each.",
  },
  QuantityInvalid: { at: ["quantity"], message: "Expected a whole number from 1 to 1,000,000." },
  NoteTooLong: { at: ["note"], message: "A note has at most 1,000 characters, and no control characters." },
  NotHeld: { code: "BENEFIT_NOT_HELD", at: ["benefit"], message: "The partner does not hold this benefit." },
  UsedUp: {
    code: "QUANTITY_USED_UP",
    at: ["quantity"],
    message: "{left, plural, one {# is left} other {# are left}} in this period.",
    values: ({ left }: { left: number }) => ({ left }),
    meaning: "So many are not left of the benefit in this period.",
  },
  CeilingReached: {
    at: ["benefit"],
    message: "{ceiling}: nothing is left.",
    values: ({ ceiling }: { ceiling: string }) => ({ ceiling }),
    meaning: "A ceiling of the program leaves no room for so many.",
  },
  ClaimUnknown: { code: "CLAIM_NOT_FOUND", at: ["id"], message: "There is no such claim." },
  OwnClaim: {
    code: "SECOND_PERSON_NEEDED",
    at: ["id"],
    message: "Who claimed it cannot decide it: a second person has to.",
  },
  ReasonMissing: { at: ["reason"], message: "Say why: the partner reads it." },
  NotPossible: {
    at: ["id"],
    message: "It is {state} already.",
    values: ({ state }: { state: string }) => ({ state }),
    meaning: "The state of the claim does not allow it.",
  },
});
export type ClaimRefusal = RefusalOf<typeof claimRefusals>;
