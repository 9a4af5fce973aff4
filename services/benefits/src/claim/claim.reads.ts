import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { readsRewardsOf } from "../policy.js";
import type { ClaimRow } from "./benefit-claim.entity.js";
import { claimList, findClaims, openClaimList } from "./claim.store.js";

export function claimReads({ reader, viewer, cursors, today }: ReadParts) {
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
    claims: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `claims:${partnerId}`,
        request,
        rows: claimList.of(reader, { partnerId }),
        nodeOf: (row) => claimNode(row, today),
      }),
    openClaims: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "open-claims",
        request,
        rows: openClaimList.of(reader, {}),
        nodeOf: (row) => claimNode(row, today),
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
