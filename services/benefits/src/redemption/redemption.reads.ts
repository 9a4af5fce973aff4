import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { moneyOf } from "@tiergraph/program/exact";
import { readsRewardsOf } from "../policy.js";
import { type OrderOf, type RequestsWanted, readRequests } from "../request-list/index.js";
import type { PayoutBatchRow } from "./payout-batch.entity.js";
import type { RedemptionRow } from "./redemption.entity.js";
import { findRedemptions, listRedemptionsOfBatches, payoutBatchList, redemptionLists } from "./redemption.store.js";

export const redemptionReads = ({ reader, viewer, cursors }: ReadParts) => ({
  redemption: loaderOfOwned(readsRewardsOf(viewer), async (keys) =>
    (
      await findRedemptions(
        reader,
        keys.map(({ partnerId, id }) => ({ partnerId, redemptionId: id })),
      )
    ).map(redemptionNode),
  ),
  redemptions: (wanted: RequestsWanted<OrderOf<typeof redemptionLists>>, partnerId: string | null = null) =>
    readRequests({ reader, viewer, cursors }, wanted, {
      list: "redemptions",
      lists: redemptionLists,
      nodeOf: redemptionNode,
      partnerId,
    }),
  payoutBatches: (request: PageRequest) =>
    readPage(cursors, viewer, {
      list: "payout-batches",
      request,
      rows: payoutBatchList.of(reader, {}),
      nodesOf: async (batches) => {
        const ids = batches.map(({ batchId }) => batchId);
        const paid = groupBy(await listRedemptionsOfBatches(reader, ids), ({ batchId }) => batchId ?? "");
        return batches.map((batch) => payoutBatchNode(batch, paid.get(batch.batchId) ?? []));
      },
    }),
});
export type RedemptionReads = ReturnType<typeof redemptionReads>;

export const redemptionNode = (row: RedemptionRow) => {
  const { partnerId, note, requestedAt, requestedBy, decidedAt, decidedBy, reason, batchId, externalReference } = row;
  return {
    id: encodeOwnedId("Redemption", { partnerId, id: row.redemptionId }),
    amount: moneyOf({ minor: row.amountMinor, currency: row.currency }),
    state: row.state,
    partner: { id: partnerId },
    note,
    requestedAt,
    requestedBy,
    decidedAt,
    decidedBy,
    reason,
    batchId,
    externalReference,
    settledAt: row.settledAt,
  };
};

export function payoutBatchNode(batch: PayoutBatchRow, redemptions: readonly RedemptionRow[]) {
  const sums = new Map<string, bigint>();
  for (const { currency, amountMinor } of redemptions) sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor);
  const { batchId, createdAt, createdBy, note } = batch;
  return {
    id: batchId,
    createdAt,
    createdBy,
    note,
    redemptions: redemptions.map(redemptionNode),
    totals: [...sums].map(([currency, minor]) => moneyOf({ minor, currency })),
  };
}
export type RedemptionNode = ReturnType<typeof redemptionNode>;
export type PayoutBatchNode = ReturnType<typeof payoutBatchNode>;
