import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { formatMinorUnits, moneyOf } from "@tiergraph/program/exact";
import { MAX_PROOFS, PROOF_TYPES, type ProofProblem } from "./proof-file.js";

const PROOF_PROBLEMS: Readonly<Record<ProofProblem | "TooMany", string>> = {
  NameInvalid: "A file has a name of 1 to 200 characters, without slashes.",
  TypeUnknown: `A proof is one of ${PROOF_TYPES.join(", ")}.`,
  ContentInvalid: "The content is not base64.",
  TooLarge: "A proof has at most 2 MiB.",
  ContentOfOtherType: "The file is not of the type that it claims to be.",
  TooMany: `A request has at most ${MAX_PROOFS} proofs.`,
};

export const fundRefusals = refusalTable({
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  FundUnknown: {
    code: "FUND_NOT_FOUND",
    at: ["fund"],
    message: ({ known }: { known: readonly string[] }) =>
      known.length === 0 ? "The program in force has no funds." : `The program knows ${known.join(", ")}.`,
    meaning: "The program in force has no such fund.",
  },
  KeyInvalid: { at: ["idempotencyKey"], message: "A key has 1 to 128 characters." },
  KeyReused: {
    at: ["idempotencyKey"],
    message: "This key was used for something else: choose a new one for each.",
  },
  TextInvalid: {
    at: ({ field }: { field: "activity" | "reason" }) => [field],
    message: (_: { field: "activity" | "reason" }) => "1 to 1,000 characters.",
    meaning: "A text is not 1 to 1,000 characters.",
  },
  AmountInvalid: {
    at: [],
    message: ({ currency }: { currency: string }) =>
      `Expected an amount above zero in ${currency}, and of a request not more than was asked for.`,
    meaning: "The amount is not above zero, is finer than the program's currency, or is more than was asked for.",
  },
  InsufficientFunds: {
    at: ["amount"],
    message: ({ leftMinor, currency }: { leftMinor: bigint; currency: string }) =>
      `${formatMinorUnits(leftMinor, currency)} are left in this period.`,
    data: ({ leftMinor, currency }: { leftMinor: bigint; currency: string }) => ({
      left: moneyOf({ minor: leftMinor, currency }),
    }),
    meaning: "So much is not left of the fund in this period.",
  },
  CeilingReached: {
    at: ["amount"],
    message: ({ ceiling }: { ceiling: string }) => `${ceiling}: not so much is left.`,
    meaning: "A ceiling of the program leaves no room for so much.",
  },
  RequestUnknown: { code: "REQUEST_NOT_FOUND", at: ["id"], message: "There is no such request." },
  NotPossible: {
    at: ["id"],
    message: ({ state }: { state: string }) => `It is ${state}.`,
    meaning: "The state of the request does not allow it.",
  },
  ProofMissing: { at: ["id"], message: "Attach a proof of what was done first." },
  ProofRefused: {
    at: ["content"],
    message: ({ problem }: { problem: ProofProblem | "TooMany" }) => PROOF_PROBLEMS[problem],
    meaning: "The file is no proof: its name, type, content or size is wrong, or the request has ten already.",
  },
  TooLate: {
    at: ["id"],
    message: ({ claimBy }: { claimBy: string }) => `It could be claimed until ${claimBy}.`,
    meaning: "The last day on which it could be claimed is over.",
  },
});
export type FundRefusal = RefusalOf<typeof fundRefusals>;
