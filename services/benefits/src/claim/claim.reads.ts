import { loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { readsRewardsOf } from "../policy.js";
import { type OrderOf, type RequestsWanted, readRequests } from "../request-list/index.js";
import type { ClaimRow } from "./benefit-claim.entity.js";
import { claimLists, findClaims } from "./claim.store.js";

export function claimReads(parts: ReadParts) {
  const { reader, viewer, today } = parts;
  return {
    today,
    claim: loaderOfOwned(readsRewardsOf(viewer), async (keys) =>
      (
        await findClaims(
          reader,
          keys.map(({ partnerId, id }) => ({ partnerId, claimId: id })),
        )
      ).map((row) => claimNode(row, today)),
    ),
    claims: (wanted: RequestsWanted<OrderOf<typeof claimLists>>, partnerId: string | null = null) =>
      readRequests(parts, wanted, {
        list: "claims",
        lists: claimLists,
        nodeOf: (row) => claimNode(row, today),
        partnerId,
      }),
  };
}
export type ClaimReads = ReturnType<typeof claimReads>;

export const claimNode = (row: ClaimRow, today: string) => {
  const { partnerId, benefit, quantity, note, requestedAt, requestedBy, decidedBy, reason, dueOn, fulfilledAt } = row;
  return {
    id: encodeOwnedId("BenefitClaim", { partnerId, id: row.claimId }),
    partner: { id: partnerId },
    benefit,
    quantity,
    note,
    requestedAt,
    requestedBy,
    decidedBy,
    reason,
    dueOn,
    fulfilledAt,
    state: row.state,
    isOverdue: row.state === "APPROVED" && dueOn !== null && dueOn < today,
  };
};
export type ClaimNode = ReturnType<typeof claimNode>;
