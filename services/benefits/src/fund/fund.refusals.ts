import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { moneyOf } from "@tiergraph/program/exact";
import { asDay } from "@tiergraph/schema/messages";
import { MAX_PROOFS, PROOF_TYPES, type ProofProblem } from "./proof-file.js";

export const fundRefusals = refusalTable("fund", {
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  FundUnknown: {
    code: "FUND_NOT_FOUND",
    at: ["fund"],
    message: "{count, plural, =0 {The program in force has no funds.} other {The program knows {known}.}}",
    values: ({ known }: { known: readonly string[] }) => ({ count: known.length, known }),
    meaning: "The program in force has no such fund.",
  },
  KeyInvalid: { at: ["idempotencyKey"], message: "A key has 1 to 128 characters." },
  KeyReused: {
    at: ["idempotencyKey"],
    message: "This key was used for something else: choose a new one for each.",
  },
  TextInvalid: {
    at: ({ field }: { field: "activity" | "reason" }) => [field],
    message: "1 to 1,000 characters.",
    values: (_: { field: "activity" | "reason" }) => ({}),
    meaning: "A text is not 1 to 1,000 characters.",
  },
  AmountInvalid: {
    at: [],
    message: "Expected an amount above zero in {currency}, and of a request not more than was asked for.",
    values: ({ currency }: { currency: string }) => ({ currency }),
    meaning: "The amount is not above zero, is finer than the program's currency, or is more than was asked for.",
  },
  InsufficientFunds: {
    at: ["amount"],
    message: "{left} are left in this period.",
    values: ({ leftMinor, currency }: { leftMinor: bigint; currency: string }) => ({
      left: moneyOf({ minor: leftMinor, currency }),
    }),
    data: ({ leftMinor, currency }: { leftMinor: bigint; currency: string }) => ({
      left: moneyOf({ minor: leftMinor, currency }),
    }),
    meaning: "So much is not left of the fund in this period.",
  },
  CeilingReached: {
    at: ["amount"],
    message: "{ceiling}: not so much is left.",
    values: ({ ceiling }: { ceiling: string }) => ({ ceiling }),
    meaning: "A ceiling of the program leaves no room for so much.",
  },
  RequestUnknown: { code: "REQUEST_NOT_FOUND", at: ["id"], message: "There is no such request." },
  OwnRequest: {
    code: "SECOND_PERSON_NEEDED",
    at: ["id"],
    message: "Who asked for it or claimed it cannot decide it: a second person has to.",
  },
  NotPossible: {
    at: ["id"],
    message: "It is {state}.",
    values: ({ state }: { state: string }) => ({ state }),
    meaning: "The state of the request does not allow it.",
  },
  ProofMissing: { at: ["id"], message: "Attach a proof of what was done first." },
  ProofRefused: {
    at: ["content"],
    message:
      "{problem, select, NameInvalid {A file has a name of 1 to 200 characters, without slashes.} TypeUnknown {A proof is one of {types}.} ContentInvalid {The content is not base64.} TooLarge {A proof has at most 2 MiB.} ContentOfOtherType {The file is not of the type that it claims to be.} other {A request has at most {most} proofs.}}",
    values: ({ problem }: { problem: ProofProblem | "TooMany" }) => ({ problem, types: PROOF_TYPES, most: MAX_PROOFS }),
    meaning: "The file is no proof: its name, type, content or size is wrong, or the request has ten already.",
  },
  TooLate: {
    at: ["id"],
    message: "It could be claimed until {claimBy}.",
    values: ({ claimBy }: { claimBy: string }) => ({ claimBy: asDay(claimBy) }),
    meaning: "The last day on which it could be claimed is over.",
  },
});
export type FundRefusal = RefusalOf<typeof fundRefusals>;
