import { batchOf } from "@tiergraph/kit/database/batch";
import type { Queryable } from "@tiergraph/kit/database/database";
import { partOf, type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { listByIds } from "@tiergraph/kit/database/table-reads";
import { addingLiveEvents } from "@tiergraph/kit/live/live-event.store";
import { z } from "zod";
import { partnerTable } from "./partner.entity.js";

const KNOWN = batchOf(partnerTable, { without: ["told", "toldAt"] });

/** Keeps the partners' profiles; one that is older than what is known changes nothing. */
export const putPartners = (
  db: Queryable,
  partners: readonly (Pick<PartnerRow, "partnerId" | "tracks" | "region"> & { readonly country?: string | null })[],
  changedAt: Date,
): Promise<void> =>
  db.run(
    "partner.put",
    `insert into metrics.partner as known (${KNOWN.columns}) ${KNOWN.rows()}
     on conflict (partner_id) do update set ${KNOWN.updates} where known.changed_at < excluded.changed_at`,
    KNOWN.values(partners.map(({ country = null, ...partner }) => ({ ...partner, country, changedAt }))),
  );
type PartnerRow = Row<typeof partnerTable>;

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
     where ($1::uuid is null or partner_id > $1) order by partner_id limit $2`,
    [after, limit],
  );

const placed = partOf(partnerTable, { only: ["partnerId", "region", "country"] });
/** Where a partner is, as far as it is known. */
export type PartnerPlace = Row<typeof placed>;

export const findPartnerPlaces = listByIds("partner.find-places", placed, "partnerId");

const located = partOf(partnerTable, { only: ["partnerId", "region", "country", "tracks"] });

export const listPartnerPlaces = (db: Queryable): Promise<Row<typeof located>[]> =>
  db.many(
    "partner.list-places",
    rowOf(located),
    `select ${select(located)} from metrics.partner order by partner_id`,
    [],
  );

/** The last published measures of each partner, locked for the rest of the transaction: one publishes at a time. */
export const lockPublishedMeasures = listByIds(
  "partner.lock-published",
  partOf(partnerTable, { only: ["partnerId", "told", "toldAt"] }),
  "partnerId",
  { orderBy: ["partnerId"], lock: "no key" },
);

/** What is new to those who follow a partner: what everyone sees, only what the vendor sees, or nothing. */
export type MeasuresNews = "shown" | "withheld" | "none";

/** Keeps what is published, and notifies those who follow the partners of what is new. */
export const savePublishedMeasures = (
  db: Queryable,
  measures: readonly { partnerId: string; told: string; news: MeasuresNews }[],
  measuredAt: Date,
): Promise<void> =>
  db.run(
    "partner.put-published",
    `with given as (
       select * from unnest($1::uuid[], $2::text[], $4::text[]) as given (partner_id, told, news)
     ), saved as (
       update metrics.partner set told = given.told, told_at = $3 from given
       where partner.partner_id = given.partner_id
     ) ${MEASURES_CHANGED}`,
    [
      measures.map(({ partnerId }) => partnerId),
      measures.map(({ told }) => told),
      measuredAt,
      measures.map(({ news }) => news),
    ],
  );

const MEASURES_CHANGED = addingLiveEvents(
  "metrics",
  "measures-changed",
  "select partner_id, news = 'withheld' as is_withheld from given where news <> 'none'",
);
