import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { partnerTable } from "./partner.entity.js";

export interface KnownPartner {
  readonly partnerId: string;
  readonly tracks: readonly string[];
  readonly region: string | null;
  /** ISO 3166 code. */
  readonly country?: string | null;
}

/** Keeps what partners told of themselves; news that are older than what is known change nothing. */
export const putPartners = (db: Queryable, partners: readonly KnownPartner[], changedAt: Date): Promise<void> =>
  db.run(
    "partner.put",
    `insert into metrics.partner as known (partner_id, tracks, region, country, changed_at)
     select (row ->> 'partnerId')::uuid, array(select jsonb_array_elements_text(row -> 'tracks')), row ->> 'region',
       row ->> 'country', $2
     from jsonb_array_elements($1::jsonb) as row
     on conflict (partner_id) do update
       set tracks = excluded.tracks, region = excluded.region, country = excluded.country,
         changed_at = excluded.changed_at
       where known.changed_at < excluded.changed_at`,
    [JSON.stringify(partners), changedAt],
  );

export const findKnownPartnerIds = (db: Queryable, partnerIds: readonly string[]): Promise<{ partnerId: string }[]> =>
  db.many(
    "partner.find-known-ids",
    z.object({ partnerId: z.string() }),
    `select partner_id as "partnerId" from metrics.partner where partner_id = any($1)`,
    [partnerIds],
  );

/** Partners in the order of their ids, with how many there are in all. */
export const listPartnerIdsAfter = (
  db: Queryable,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ partnerId: string; total: number }[]> =>
  db.many(
    "partner.list-ids-after",
    z.object({ partnerId: z.string(), total: z.int() }),
    `select partner_id as "partnerId", (select count(*)::integer from metrics.partner) as total from metrics.partner
     where $1::uuid is null or partner_id > $1 order by partner_id limit $2`,
    [after, limit],
  );

/** Where a partner is, as far as it is known. */
export interface PartnerPlace {
  readonly partnerId: string;
  readonly region: string | null;
  readonly country: string | null;
}

export const findPartnerPlaces = (db: Queryable, partnerIds: readonly string[]): Promise<PartnerPlace[]> =>
  db.many(
    "partner.find-places",
    rowOf(partnerTable, { only: ["partnerId", "region", "country"] }),
    `select partner_id as "partnerId", region, country from metrics.partner where partner_id = any($1)`,
    [partnerIds],
  );

export const listPartnerPlaces = (db: Queryable): Promise<(PartnerPlace & Pick<KnownPartner, "tracks">)[]> =>
  db.many(
    "partner.list-places",
    rowOf(partnerTable, { without: ["changedAt", "told", "toldAt"] }),
    `select partner_id as "partnerId", region, country, tracks from metrics.partner order by partner_id`,
    [],
  );

/** What was last told of a partner's measures. */
export interface PublishedMeasuresRow {
  readonly partnerId: string;
  readonly told: string | null;
  /** The moment of measuring that it was told with; null where nothing was, or before this was kept. */
  readonly toldAt: Date | null;
}

/** What was last told of each partner's measures; one telling of a partner at a time, for the rest of the transaction. */
export const lockPublishedMeasures = (db: Queryable, partnerIds: readonly string[]): Promise<PublishedMeasuresRow[]> =>
  db.many(
    "partner.lock-told",
    rowOf(partnerTable, { only: ["partnerId", "told", "toldAt"] }),
    `select partner_id as "partnerId", told, told_at as "toldAt" from metrics.partner
     where partner_id = any($1) order by partner_id for no key update`,
    [partnerIds],
  );

export const savePublishedMeasures = (
  db: Queryable,
  told: readonly { partnerId: string; told: string }[],
  toldAt: Date,
): Promise<void> =>
  db.run(
    "partner.put-told",
    `update metrics.partner set told = given.told, told_at = $3
     from unnest($1::uuid[], $2::text[]) as given (partner_id, told)
     where partner.partner_id = given.partner_id`,
    [told.map(({ partnerId }) => partnerId), told.map((row) => row.told), toldAt],
  );
