import type { Queryable } from "@tiergraph/kit/database/database";
import { z } from "zod";

const partnerStandingShape = z.object({
  tier: z.string().nullable(),
  isKnown: z.boolean(),
  partnerId: z.string(),
  tracks: z.array(z.string()),
  region: z.string().nullable(),
});

export interface PartnerProfile {
  readonly partnerId: string;
  readonly tracks: readonly string[];
  readonly region: string | null;
}

/** Keeps what is told of partners; news that are older than what is known change nothing. */
export const putPartners = (db: Queryable, partners: readonly PartnerProfile[], toldAt: Date): Promise<void> =>
  db.run(
    "partner.put",
    `insert into enablement.partner as known (partner_id, tracks, region, told_at)
     select "partnerId", array(select jsonb_array_elements_text(tracks)), region, $2
     from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, tracks jsonb, region text)
     on conflict (partner_id) do update set tracks = excluded.tracks, region = excluded.region, told_at = excluded.told_at
       where known.told_at is null or known.told_at < excluded.told_at`,
    [JSON.stringify(partners), toldAt],
  );

export interface HeldTier {
  readonly partnerId: string;
  readonly tier: string;
  /** Rises with each change of the partner's tiers. */
  readonly sequence: number;
  /** The first day in any tier. */
  readonly joinedOn: string;
}

/** Keeps the tiers that partners hold; news that are older than what is known change nothing. Answers with those that were news. */
export const putTiers = (db: Queryable, tiers: readonly HeldTier[]): Promise<{ partnerId: string; tier: string }[]> =>
  db.many(
    "partner.put-tiers",
    z.object({ partnerId: z.string(), tier: z.string() }),
    `insert into enablement.partner as known (partner_id, tier, tier_sequence, joined_on)
     select * from unnest($1::uuid[], $2::text[], $3::integer[], $4::date[])
     on conflict (partner_id) do update set tier = excluded.tier, tier_sequence = excluded.tier_sequence,
       joined_on = excluded.joined_on
       where known.tier_sequence is null or known.tier_sequence < excluded.tier_sequence
     returning partner_id as "partnerId", tier`,
    [
      tiers.map(({ partnerId }) => partnerId),
      tiers.map(({ tier }) => tier),
      tiers.map(({ sequence }) => sequence),
      tiers.map(({ joinedOn }) => joinedOn),
    ],
  );

/** What is known of a partner: its tier is null before the first placement. */
export interface PartnerStanding extends PartnerProfile {
  readonly tier: string | null;
  /** False where only its tier was told: what its tracks are is yet to be heard. */
  readonly isKnown: boolean;
}

const STANDING = `partner_id as "partnerId", tier, tracks, region, told_at is not null as "isKnown"`;

export const findStandings = (db: Queryable, partnerIds: readonly string[]): Promise<PartnerStanding[]> =>
  db.many(
    "partner.find-standings",
    partnerStandingShape,
    `select ${STANDING} from enablement.partner where partner_id = any($1)`,
    [partnerIds],
  );

/** How some partners stand, or all for null. */
export const listStandings = (db: Queryable, partnerIds: readonly string[] | null): Promise<PartnerStanding[]> =>
  db.many(
    "partner.list-standings",
    partnerStandingShape,
    `select ${STANDING} from enablement.partner where $1::uuid[] is null or partner_id = any($1) order by partner_id`,
    [partnerIds],
  );

/** Notes partners that are not known yet, so that there is a row to hold. */
export const addPartners = (db: Queryable, partnerIds: readonly string[]): Promise<void> =>
  db.run(
    "partner.add",
    `insert into enablement.partner (partner_id) select id from unnest($1::uuid[]) as id order by id
     on conflict (partner_id) do nothing`,
    [partnerIds],
  );

/** How known partners stand, held for the rest of the transaction. */
export const lockStandings = (db: Queryable, partnerIds: readonly string[]): Promise<PartnerStanding[]> =>
  db.many(
    "partner.lock-standings",
    partnerStandingShape,
    `select ${STANDING} from enablement.partner where partner_id = any($1) order by partner_id for no key update`,
    [partnerIds],
  );
