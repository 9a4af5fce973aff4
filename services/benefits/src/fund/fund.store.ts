import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { accountBalanceTable } from "../ledger/index.js";
import { type FundAllocationRow, fundAllocationTable } from "./fund-allocation.entity.js";
import { fundProofTable } from "./fund-proof.entity.js";
import { type FundRequestRow, fundRequestTable } from "./fund-request.entity.js";

const proofRowShape = rowOf(fundProofTable);

export type FundRequestState = "REQUESTED" | "APPROVED" | "REFUSED" | "CLAIMED" | "REIMBURSED" | "EXPIRED";

const COLUMNS = select(fundRequestTable);

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

export const findFundRequestByKey = (
  db: Queryable,
  { partnerId, idempotencyKey }: { partnerId: string; idempotencyKey: string },
): Promise<FundRequestRow | null> =>
  db.maybeOne(
    "fund.find-by-key",
    rowOf(fundRequestTable),
    `select ${COLUMNS} from benefits.fund_request where partner_id = $1 and idempotency_key = $2`,
    [partnerId, idempotencyKey],
  );

export const findFundRequest = (
  db: Queryable,
  { partnerId, requestId }: { partnerId: string; requestId: string },
): Promise<FundRequestRow | null> =>
  db.maybeOne(
    "fund.find",
    rowOf(fundRequestTable),
    `select ${COLUMNS} from benefits.fund_request where partner_id = $1 and request_id = $2`,
    [partnerId, requestId],
  );

export const putFundRequest = (db: Queryable, row: FundRequestRow): Promise<void> =>
  db.run(
    "fund.put-request",
    `update benefits.fund_request set state = $3, decided_at = $4, decided_by = $5, reason = $6, approved_minor = $7,
       claim_by = $8, spent_minor = $9, claimed_at = $10, reimbursed_minor = $11, external_reference = $12, settled_at = $13
     where partner_id = $1 and request_id = $2`,
    [
      row.partnerId,
      row.requestId,
      row.state,
      row.decidedAt,
      row.decidedBy,
      row.reason,
      row.approvedMinor?.toString() ?? null,
      row.claimBy,
      row.spentMinor?.toString() ?? null,
      row.claimedAt,
      row.reimbursedMinor?.toString() ?? null,
      row.externalReference,
      row.settledAt,
    ],
  );

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
export const findAllocation = (
  db: Queryable,
  { partnerId, idempotencyKey }: Pick<FundAllocationRow, "partnerId" | "idempotencyKey">,
): Promise<FundAllocationRow | null> =>
  db.maybeOne(
    "fund.find-allocation",
    rowOf(fundAllocationTable),
    `select ${select(fundAllocationTable)} from benefits.fund_allocation where partner_id = $1 and idempotency_key = $2`,
    [partnerId, idempotencyKey],
  );

export const listFundRequests = (
  db: Queryable,
  { partnerId, before, limit }: { partnerId: string; before: string | null; limit: number },
): Promise<FundRequestRow[]> =>
  db.many(
    "fund.list-requests",
    rowOf(fundRequestTable),
    `select ${COLUMNS} from benefits.fund_request
     where partner_id = $1 and ($2::uuid is null or request_id < $2) order by request_id desc limit $3`,
    [partnerId, before, limit],
  );

/** Requests and claims of all partners that wait for a person, oldest first. */
export const listWaitingFundRequests = (
  db: Queryable,
  { after, limit }: { after: string | null; limit: number },
): Promise<FundRequestRow[]> =>
  db.many(
    "fund.list-waiting",
    rowOf(fundRequestTable),
    `select ${COLUMNS} from benefits.fund_request
     where state in ('REQUESTED', 'CLAIMED') and ($1::uuid is null or request_id > $1) order by request_id limit $2`,
    [after, limit],
  );

/** Requests that can no longer be decided or claimed. */
export const listOverdueRequests = (
  db: Queryable,
  { today, limit }: { today: string; limit: number },
): Promise<FundRequestRow[]> =>
  db.many(
    "fund.list-overdue",
    rowOf(fundRequestTable),
    `select ${COLUMNS} from benefits.fund_request
     where (state = 'APPROVED' and claim_by < $1) or (state = 'REQUESTED' and period_until <= $1)
     order by partner_id, request_id limit $2`,
    [today, limit],
  );

export interface FundBalanceRow {
  readonly partnerId: string;
  readonly program: string;
  readonly currency: string;
  /** Name and first day of the period, as the ledger's `fund` has them. */
  readonly fund: string;
  readonly balanceMinor: bigint;
}

/** What is still allocated, a partner and fund a row, by partner. */
export const listAllocated = (
  db: Queryable,
  { after, limit }: { after: string | null; limit: number },
): Promise<FundBalanceRow[]> =>
  db.many(
    "fund.list-allocated",
    rowOf(accountBalanceTable, { without: ["account"] }),
    `select partner_id as "partnerId", program, currency, fund, balance_minor as "balanceMinor" from benefits.account_balance
     where account = 'fund:allocated' and balance_minor > 0 and ($1::uuid is null or partner_id > $1)
     order by partner_id limit $2`,
    [after, limit],
  );

export type ProofRow = RowIn<typeof proofRowShape>;

export const listProofs = (
  db: Queryable,
  requests: readonly { partnerId: string; requestId: string }[],
): Promise<ProofRow[]> =>
  db.many(
    "fund.list-proofs",
    proofRowShape,
    `select partner_id as "partnerId", proof_id as "proofId", request_id as "requestId", file_name as "fileName",
       media_type as "mediaType", size_bytes as "sizeBytes", sha256, stored_at as "storedAt", stored_by as "storedBy"
     from benefits.fund_proof where (partner_id, request_id) in (select * from unnest($1::uuid[], $2::uuid[]))
     order by partner_id, request_id, proof_id`,
    [requests.map(({ partnerId }) => partnerId), requests.map(({ requestId }) => requestId)],
  );
