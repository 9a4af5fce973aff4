import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { findBy, listByIds, listByKeys, pageBy } from "@tiergraph/kit/database/table-reads";
import { updateAllBy } from "@tiergraph/kit/database/table-writes";
import { z } from "zod";
import { payoutBatchTable } from "./payout-batch.entity.js";
import { type RedemptionRow, redemptionTable } from "./redemption.entity.js";

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

/** A partner's redemptions, newest first. */
export const listRedemptions = pageBy("redemption.list", redemptionTable, {
  by: "redemptionId",
  of: ["partnerId"],
  newestFirst: true,
});

/** Redemptions of all partners in some states, oldest first. */
export const listRedemptionsInStates = (
  db: Queryable,
  { states, after, limit }: { states: readonly RedemptionRow["state"][]; after: string | null; limit: number },
): Promise<RedemptionRow[]> =>
  db.many(
    "redemption.list-in-states",
    rowOf(redemptionTable),
    `select ${select(redemptionTable)} from benefits.redemption
     where state = any($1) and ($2::uuid is null or redemption_id > $2) order by redemption_id limit $3`,
    [states, after, limit],
  );

export const listPayoutBatches = pageBy("redemption.list-batches", payoutBatchTable, {
  by: "batchId",
  newestFirst: true,
});

export const listRedemptionsOfBatches = listByIds("redemption.list-of-batches", redemptionTable, "batchId", {
  orderBy: ["batchId", "redemptionId"],
});
