import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { encodeOwnedId, isUuid } from "@tiergraph/kit/values/ids";
import type { ProgramCache } from "../program/index.js";
import { MAX_VERIFIED, type VerifiedChains, type VerifyDecisions, verifyChains } from "./read-chains.reads.js";
import { digestTiers } from "./tier-digest.store.js";
import type { DecisionFault } from "./verify-chain.js";

export const verificationReads = ({ reader }: ReadParts, programs: ProgramCache) => ({
  tierDigests: async ({ first, after }: { first: number; after: string | null }) => {
    if (first < 1 || first > MAX_VERIFIED) refuse("BAD_USER_INPUT", `\`first\` must be 1 to ${MAX_VERIFIED}.`);
    if (after !== null && !isUuid(after)) refuse("BAD_USER_INPUT", "`after` is the `next` of the digests before.");
    const rows = await digestTiers(reader, { first: first + 1, after });
    const digests = rows.slice(0, first).map(({ total: _, ...row }) => ({ ...row, facts: null, factsDigest: null }));
    return {
      digests,
      total: rows[0]?.total ?? 0,
      next: rows.length > first ? (digests.at(-1)?.partnerId ?? null) : null,
    };
  },
  verification: async (request: VerifyDecisions) => {
    if (request.first < 1 || request.first > MAX_VERIFIED)
      refuse("BAD_USER_INPUT", `\`first\` must be 1 to ${MAX_VERIFIED}.`);
    const verified = await verifyChains(reader, programs, request);
    return verificationNode(verified ?? refuse("BAD_USER_INPUT", "There are no such decisions."));
  },
});
export type VerificationReads = ReturnType<typeof verificationReads>;

const verificationNode = ({ faults, ...verified }: VerifiedChains) => ({
  ...verified,
  faults: faults.map(faultNode),
});

const faultNode = ({ decision, kind, expected, found }: DecisionFault) => ({
  partnerId: decision.partnerId,
  decisionId: encodeOwnedId("Decision", { partnerId: decision.partnerId, id: decision.decisionId }),
  sequence: decision.sequence,
  kind,
  expected,
  found,
});
export type VerificationNode = ReturnType<typeof verificationNode>;
