import type { Queryable } from "@tiergraph/kit/database/database";
import { both } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { payoutBatchTable } from "./payout-batch.entity.js";
import { type RedemptionRow, redemptionTable } from "./redemption.entity.js";

const pagedRow = both(rowOf(redemptionTable), z.object({ page: z.bigint() }));

/** `REQUESTED` waits for a person, `APPROVED` for a batch, `PAYING` for the bank; `RETURNED` came back from it. */
export type RedemptionState = "REQUESTED" | "APPROVED" | "REFUSED" | "PAYING" | "PAID" | "RETURNED";

const COLUMNS = select(redemptionTable);

export const findRedemptionByKey = (
  db: Queryable,
  { partnerId, idempotencyKey }: { partnerId: string; idempotencyKey: string },
): Promise<RedemptionRow | null> =>
  db.maybeOne(
    "redemption.find-by-key",
    rowOf(redemptionTable),
    `select ${COLUMNS} from benefits.redemption where partner_id = $1 and idempotency_key = $2`,
    [partnerId, idempotencyKey],
  );

export const findRedemptions = (
  db: Queryable,
  keys: readonly { partnerId: string; redemptionId: string }[],
): Promise<RedemptionRow[]> =>
  db.many(
    "redemption.find",
    rowOf(redemptionTable),
    `select ${COLUMNS} from benefits.redemption
     where (partner_id, redemption_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [keys.map(({ partnerId }) => partnerId), keys.map(({ redemptionId }) => redemptionId)],
  );

/** Moves redemptions on; all of them to what is given. */
export const putRedemptions = (
  db: Queryable,
  rows: readonly Pick<
    RedemptionRow,
    | "partnerId"
    | "redemptionId"
    | "state"
    | "decidedAt"
    | "decidedBy"
    | "reason"
    | "batchId"
    | "externalReference"
    | "settledAt"
  >[],
): Promise<void> =>
  db.run(
    "redemption.put",
    `update benefits.redemption as kept set state = given.state, decided_at = given.decided_at, decided_by = given.decided_by,
       reason = given.reason, batch_id = given.batch_id, external_reference = given.external_reference,
       settled_at = given.settled_at
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::uuid[], $8::text[], $9::timestamptz[])
       as given (partner_id, redemption_id, state, decided_at, decided_by, reason, batch_id, external_reference, settled_at)
     where kept.partner_id = given.partner_id and kept.redemption_id = given.redemption_id`,
    [
      rows.map(({ partnerId }) => partnerId),
      rows.map(({ redemptionId }) => redemptionId),
      rows.map(({ state }) => state),
      rows.map(({ decidedAt }) => decidedAt),
      rows.map(({ decidedBy }) => decidedBy),
      rows.map(({ reason }) => reason),
      rows.map(({ batchId }) => batchId),
      rows.map(({ externalReference }) => externalReference),
      rows.map(({ settledAt }) => settledAt),
    ],
  );

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

export interface RedemptionPageQuery {
  readonly partnerId: string;
  /** Of the last one already read; null from the newest. */
  readonly before: string | null;
  readonly limit: number;
}

/** A page of each partner's redemptions, newest first. */
export const listRedemptions = (
  db: Queryable,
  pages: readonly RedemptionPageQuery[],
): Promise<(RedemptionRow & { page: bigint })[]> =>
  db.many(
    "redemption.list",
    pagedRow,
    `select page, ${COLUMNS}
     from unnest($1::uuid[], $2::uuid[], $3::integer[]) with ordinality as asked (asked_partner, before, page_size, page)
     cross join lateral (
       select * from benefits.redemption
       where partner_id = asked_partner and (before is null or redemption_id < before)
       order by redemption_id desc limit page_size
     ) as redemption
     order by page, redemption_id desc`,
    [pages.map(({ partnerId }) => partnerId), pages.map(({ before }) => before), pages.map(({ limit }) => limit)],
  );

/** Redemptions of all partners in some states, oldest first. */
export const listRedemptionsInStates = (
  db: Queryable,
  { states, after, limit }: { states: readonly RedemptionState[]; after: string | null; limit: number },
): Promise<RedemptionRow[]> =>
  db.many(
    "redemption.list-in-states",
    rowOf(redemptionTable),
    `select ${COLUMNS} from benefits.redemption
     where state = any($1) and ($2::uuid is null or redemption_id > $2) order by redemption_id limit $3`,
    [states, after, limit],
  );

export interface PayoutBatchRow {
  readonly batchId: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly note: string | null;
}

export const listPayoutBatches = (
  db: Queryable,
  { before, limit }: { before: string | null; limit: number },
): Promise<PayoutBatchRow[]> =>
  db.many(
    "redemption.list-batches",
    rowOf(payoutBatchTable),
    `select batch_id as "batchId", created_at as "createdAt", created_by as "createdBy", note from benefits.payout_batch
     where $1::uuid is null or batch_id < $1 order by batch_id desc limit $2`,
    [before, limit],
  );

export const listRedemptionsOfBatches = (db: Queryable, batchIds: readonly string[]): Promise<RedemptionRow[]> =>
  db.many(
    "redemption.list-of-batches",
    rowOf(redemptionTable),
    `select ${COLUMNS} from benefits.redemption where batch_id = any($1) order by batch_id, redemption_id`,
    [batchIds],
  );
