import type { Queryable } from "@tiergraph/kit/database/database";

/** Notes partners that are not known yet. */
export const addPartners = (db: Queryable, partnerIds: readonly string[]): Promise<unknown[]> =>
  db.rows(
    "partner.add",
    `insert into enablement.partner (partner_id) select * from unnest($1::uuid[])
     on conflict (partner_id) do nothing`,
    [partnerIds],
  );

export interface HeldTier {
  readonly partnerId: string;
  readonly tier: string;
  /** Rises with each change of the partner's tiers. */
  readonly sequence: number;
}

/** Keeps the tiers that partners hold; news that are older than what is known change nothing. */
export const putTiers = (db: Queryable, tiers: readonly HeldTier[]): Promise<unknown[]> =>
  db.rows(
    "partner.put-tiers",
    `insert into enablement.partner as known (partner_id, tier, tier_sequence)
     select * from unnest($1::uuid[], $2::text[], $3::integer[])
     on conflict (partner_id) do update set tier = excluded.tier, tier_sequence = excluded.tier_sequence
       where known.tier_sequence is null or known.tier_sequence < excluded.tier_sequence`,
    [tiers.map(({ partnerId }) => partnerId), tiers.map(({ tier }) => tier), tiers.map(({ sequence }) => sequence)],
  );

/** The tiers that partners hold; null before the first placement. */
export const findTiers = (
  db: Queryable,
  partnerIds: readonly string[],
): Promise<{ partnerId: string; tier: string | null }[]> =>
  db.rows(
    "partner.find-tiers",
    `select partner_id as "partnerId", tier from enablement.partner where partner_id = any($1)`,
    [partnerIds],
  );
