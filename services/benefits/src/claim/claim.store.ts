import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { benefitClaimTable, type ClaimRow } from "./benefit-claim.entity.js";

export type ClaimState = "REQUESTED" | "APPROVED" | "FULFILLED" | "REFUSED";

const COLUMNS = select(benefitClaimTable);

export const findClaimByKey = (
  db: Queryable,
  { partnerId, idempotencyKey }: { partnerId: string; idempotencyKey: string },
): Promise<ClaimRow | null> =>
  db.maybeOne(
    "claim.find-by-key",
    rowOf(benefitClaimTable),
    `select ${COLUMNS} from benefits.benefit_claim where partner_id = $1 and idempotency_key = $2`,
    [partnerId, idempotencyKey],
  );

export const findClaim = (
  db: Queryable,
  { partnerId, claimId }: { partnerId: string; claimId: string },
): Promise<ClaimRow | null> =>
  db.maybeOne(
    "claim.find",
    rowOf(benefitClaimTable),
    `select ${COLUMNS} from benefits.benefit_claim where partner_id = $1 and claim_id = $2`,
    [partnerId, claimId],
  );

export const putClaim = (db: Queryable, row: ClaimRow): Promise<void> =>
  db.run(
    "claim.put",
    `update benefits.benefit_claim set state = $3, decided_at = $4, decided_by = $5, reason = $6, due_on = $7,
       fulfilled_at = $8, fulfilled_by = $9 where partner_id = $1 and claim_id = $2`,
    [
      row.partnerId,
      row.claimId,
      row.state,
      row.decidedAt,
      row.decidedBy,
      row.reason,
      row.dueOn,
      row.fulfilledAt,
      row.fulfilledBy,
    ],
  );

/** A partner's claims, newest first. */
export const listClaims = (
  db: Queryable,
  { partnerId, before, limit }: { partnerId: string; before: string | null; limit: number },
): Promise<ClaimRow[]> =>
  db.many(
    "claim.list",
    rowOf(benefitClaimTable),
    `select ${COLUMNS} from benefits.benefit_claim
     where partner_id = $1 and ($2::uuid is null or claim_id < $2) order by claim_id desc limit $3`,
    [partnerId, before, limit],
  );

/** Claims of all partners that someone has to decide or fulfil, oldest first. */
export const listOpenClaims = (
  db: Queryable,
  { after, limit }: { after: string | null; limit: number },
): Promise<ClaimRow[]> =>
  db.many(
    "claim.list-open",
    rowOf(benefitClaimTable),
    `select ${COLUMNS} from benefits.benefit_claim
     where state in ('REQUESTED', 'APPROVED') and ($1::uuid is null or claim_id > $1) order by claim_id limit $2`,
    [after, limit],
  );
