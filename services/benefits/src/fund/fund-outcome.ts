import { isTextOf } from "@tiergraph/kit/values/text";
import type { FundRefusal } from "./fund.refusals.js";
import type { ProofRow } from "./fund-proof.entity.js";
import type { FundRequestRow } from "./fund-request.entity.js";

export type FundOutcome =
  | { readonly kind: "FundRequestChanged"; readonly request: FundRequestRow }
  | { readonly kind: "ProofAttached"; readonly request: FundRequestRow; readonly proof: ProofRow }
  | FundRefusal;

const MAX_TEXT = 1_000;
/** What a person has to say: neither nothing nor a book. */
export const isWords = (text: string): boolean => isTextOf(text, MAX_TEXT);
