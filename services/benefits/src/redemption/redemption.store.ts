import type { Queryable } from "@tiergraph/kit/database/database";
import { findBy, listByIds, listByKeys } from "@tiergraph/kit/database/table-reads";
import { updateAllBy } from "@tiergraph/kit/database/table-writes";
import { by, tableListing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { requestLists } from "../request-list/index.js";
import { payoutBatchTable } from "./payout-batch.entity.js";
import { redemptionTable } from "./redemption.entity.js";

export const findRedemptionByKey = findBy("redemption.find-by-key", redemptionTable, ["partnerId", "idempotencyKey"]);

export const findRedemptions = listByKeys("redemption.find", redemptionTable, ["partnerId", "redemptionId"]);

/** Moves redemptions on; all of them to what is given. */
export const putRedemptions = updateAllBy("redemption.put", redemptionTable, {
  by: ["partnerId", "redemptionId"],
  set: ["state", "decidedAt", "decidedBy", "reason", "batchId", "externalReference", "settledAt"],
});

/** What a partner has redeemed by requests of some days, in minor units and in number: refused and returned ones do not count. */
export const sumRedeemed = (
  db: Queryable,
  { partnerId, program, from, until }: { partnerId: string; program: string; from: string; until: string },
): Promise<{ amountMinor: bigint; times: bigint }[]> =>
  db.many(
    "redemption.sum",
    z.object({ amountMinor: z.bigint(), times: z.bigint() }),
    `select coalesce(sum(amount_minor), 0)::bigint as "amountMinor", count(*) as times from benefits.redemption
     where partner_id = $1 and program = $2 and state not in ('REFUSED', 'RETURNED')
       and requested_at >= $3::date and requested_at < $4::date`,
    [partnerId, program, from, until],
  );

/** Redemptions of all partners in a state, oldest first. */
export const redemptionsInState = tableListing("redemption.list-in-state", redemptionTable, {
  of: ["state"],
  orderBy: ["redemptionId"],
});

export const redemptionLists = requestLists("redemption.list", redemptionTable, {
  id: "redemptionId",
  orders: { AMOUNT: by(redemptionTable, ["currency", "amountMinor"]) },
});

export const payoutBatchList = tableListing("redemption.list-batches", payoutBatchTable, {
  orderBy: ["batchId desc"],
});

export const listRedemptionsOfBatches = listByIds("redemption.list-of-batches", redemptionTable, "batchId", {
  orderBy: ["batchId", "redemptionId"],
});
