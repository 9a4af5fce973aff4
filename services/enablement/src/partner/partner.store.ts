import { batchOf } from "@tiergraph/kit/database/batch";
import type { Queryable } from "@tiergraph/kit/database/database";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { partnerTable } from "./partner.entity.js";

const STANDING_COLUMNS = { only: ["partnerId", "tier", "tracks", "region"] } as const;
const partnerStandingShape = both(rowOf(partnerTable, STANDING_COLUMNS), z.object({ isKnown: z.boolean() }));
/**
 * What is known of a partner: its tier is null before the first placement. `isKnown` is false where only its tier was
 * published so far, and its tracks are not known yet.
 */
export type PartnerStanding = RowIn<typeof partnerStandingShape>;

const PROFILES = batchOf(partnerTable, { only: ["partnerId", "tracks", "region", "toldAt"] });

/** Keeps the partners' profiles; one that is older than what is known changes nothing. */
export const putPartners = (
  db: Queryable,
  partners: readonly Pick<PartnerStanding, "partnerId" | "tracks" | "region">[],
  publishedAt: Date,
): Promise<void> =>
  db.run(
    "partner.put",
    `insert into enablement.partner as known (${PROFILES.columns}) ${PROFILES.rows()}
     on conflict (partner_id) do update set ${PROFILES.updates}
       where known.told_at is null or known.told_at < excluded.told_at`,
    PROFILES.values(partners.map((partner) => ({ ...partner, toldAt: publishedAt }))),
  );

const TIERS = batchOf(partnerTable, { only: ["partnerId", "tier", "tierSequence", "joinedOn"] });

interface HeldTier {
  readonly partnerId: string;
  readonly tier: string;
  /** Rises with each change of the partner's tiers. */
  readonly tierSequence: number;
  /** The first day in any tier. */
  readonly joinedOn: string;
}

/**
 * Keeps the tiers that partners hold; news that are older than what is known change nothing. Returns those that were
 * news.
 */
export const putTiers = (db: Queryable, tiers: readonly HeldTier[]): Promise<{ partnerId: string; tier: string }[]> =>
  db.many(
    "partner.put-tiers",
    z.object({ partnerId: z.string(), tier: z.string() }),
    `insert into enablement.partner as known (${TIERS.columns}) ${TIERS.rows()}
     on conflict (partner_id) do update set ${TIERS.updates}
       where known.tier_sequence is null or known.tier_sequence < excluded.tier_sequence
     returning partner_id as "partnerId", tier`,
    TIERS.values(tiers),
  );

const STANDING = `${select(partnerTable, STANDING_COLUMNS)}, told_at is not null as "isKnown"`;

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
