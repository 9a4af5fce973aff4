import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { findBy, listByKeys } from "@tiergraph/kit/database/table-reads";
import { updateBy } from "@tiergraph/kit/database/table-writes";
import { z } from "zod";
import { accountBalanceTable, type BalanceRow } from "../ledger/index.js";
import { dayOrNever, requestLists } from "../request-list/index.js";
import { fundAllocationTable } from "./fund-allocation.entity.js";
import { fundProofTable } from "./fund-proof.entity.js";
import { type FundRequestRow, fundRequestTable } from "./fund-request.entity.js";

/** What people have given a partner of a fund in a period, beside what the program gives by itself. */
export const sumGivenByHand = (
  db: Queryable,
  { partnerId, program, key }: { partnerId: string; program: string; key: string },
): Promise<{ givenMinor: bigint } | null> =>
  db.maybeOne(
    "fund.sum-given-by-hand",
    z.object({ givenMinor: z.bigint() }),
    `select coalesce(sum(amount_minor), 0)::bigint as "givenMinor"
     from benefits.ledger_transaction join benefits.posting using (partner_id, transaction_id)
     where partner_id = $1 and posting.program = $2 and fund = $3 and account = 'fund:allocated'
       and kind = 'FUND_ALLOCATED' and actor is not null`,
    [partnerId, program, key],
  );

export const findFundRequestByKey = findBy("fund.find-by-key", fundRequestTable, ["partnerId", "idempotencyKey"]);

export const findFundRequests = listByKeys("fund.find-many", fundRequestTable, ["partnerId", "requestId"]);

export const findFundRequest = findBy("fund.find", fundRequestTable, ["partnerId", "requestId"]);

export const putFundRequest = updateBy("fund.put-request", fundRequestTable, {
  by: ["partnerId", "requestId"],
  set: [
    "state",
    "decidedAt",
    "decidedBy",
    "reason",
    "approvedMinor",
    "claimBy",
    "spentMinor",
    "claimedAt",
    "claimedBy",
    "reimbursedMinor",
    "externalReference",
    "settledAt",
  ],
});

/** What a partner has asked of a fund and period and nobody has decided yet, in minor units. */
export const sumWaiting = (
  db: Queryable,
  { partnerId, fund, periodFrom }: { partnerId: string; fund: string; periodFrom: string },
): Promise<{ waitingMinor: bigint } | null> =>
  db.maybeOne(
    "fund.sum-waiting",
    z.object({ waitingMinor: z.bigint() }),
    `select coalesce(sum(amount_minor), 0)::bigint as "waitingMinor" from benefits.fund_request
     where partner_id = $1 and fund = $2 and period_from = $3 and state = 'REQUESTED'`,
    [partnerId, fund, periodFrom],
  );

/** Whether an allocation by hand was made under a key already. */
export const findAllocation = findBy("fund.find-allocation", fundAllocationTable, ["partnerId", "idempotencyKey"]);

export const fundRequestLists = requestLists("fund.list-requests", fundRequestTable, {
  id: "requestId",
  orders: { CLAIM_BY: [dayOrNever(fundRequestTable, "claimBy")] },
});

/** Requests that can no longer be decided or claimed. */
export const listOverdueRequests = (
  db: Queryable,
  { today, limit }: { today: string; limit: number },
): Promise<FundRequestRow[]> =>
  db.many(
    "fund.list-overdue",
    rowOf(fundRequestTable),
    `select ${select(fundRequestTable)} from benefits.fund_request
     where (state = 'APPROVED' and claim_by < $1) or (state = 'REQUESTED' and period_until <= $1)
     order by partner_id, request_id limit $2`,
    [today, limit],
  );

/** What is still allocated, a partner and fund a row, by partner. */
export const listAllocated = (
  db: Queryable,
  { after, limit }: { after: string | null; limit: number },
): Promise<BalanceRow[]> =>
  db.many(
    "fund.list-allocated",
    rowOf(accountBalanceTable),
    `select ${select(accountBalanceTable)} from benefits.account_balance
     where account = 'fund:allocated' and balance_minor > 0 and ($1::uuid is null or partner_id > $1)
     order by partner_id limit $2`,
    [after, limit],
  );

export const listProofs = listByKeys("fund.list-proofs", fundProofTable, ["partnerId", "requestId"], {
  orderBy: ["partnerId", "requestId", "proofId"],
});
