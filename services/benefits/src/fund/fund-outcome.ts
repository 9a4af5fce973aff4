import type { FundRequestState, ProofRow } from "./fund.store.js";
import type { FundRequestRow } from "./fund-request.entity.js";
import type { ProofProblem } from "./proof-file.js";

export type FundRefused =
  | { readonly kind: "PartnerUnknown" }
  | { readonly kind: "FundUnknown"; readonly known: readonly string[] }
  | { readonly kind: "KeyInvalid" }
  | { readonly kind: "KeyReused" }
  | { readonly kind: "TextInvalid"; readonly field: "activity" | "reason" }
  | { readonly kind: "AmountInvalid"; readonly currency: string }
  | { readonly kind: "InsufficientFunds"; readonly leftMinor: bigint; readonly currency: string }
  | { readonly kind: "CeilingReached"; readonly ceiling: string }
  | { readonly kind: "RequestUnknown" }
  | { readonly kind: "NotPossible"; readonly state: FundRequestState }
  | { readonly kind: "ProofMissing" }
  | { readonly kind: "ProofRefused"; readonly problem: ProofProblem | "TooMany" }
  | { readonly kind: "TooLate"; readonly claimBy: string };
export type FundOutcome =
  | { readonly kind: "FundRequestChanged"; readonly request: FundRequestRow }
  | { readonly kind: "ProofAttached"; readonly request: FundRequestRow; readonly proof: ProofRow }
  | FundRefused;

const MAX_TEXT = 1_000;
/** What a person has to say: neither nothing nor a book. */
export const isText = (text: string): boolean => text.trim() !== "" && text.length <= MAX_TEXT;
