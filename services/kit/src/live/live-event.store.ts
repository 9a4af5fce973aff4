import { z } from "zod";
import type { Queryable } from "../database/database.js";
import type { ServiceName } from "../database/provision.js";
import type { LivePosition } from "./live-position.js";

/**
 * SQL that adds an event for each partner that a query answers with: to stand in the statement that changes them, or
 * alone. One transaction has one event of a type for a partner.
 *
 * @param type a word of the code, not of a client
 * @param partners SQL that answers with `partner_id` and `is_withheld`
 */
export const addingLiveEvents = (service: ServiceName, type: string, partners: string): string =>
  `insert into ${service}.live_event (partner_id, position, type, is_withheld, recorded_at)
   select partner_id, pg_current_xact_id()::text::bigint, '${type}', is_withheld, now() from (${partners}) as changed
   on conflict do nothing`;

/** Adds events of one type for some partners, in the transaction of what changed them. */
export const addLiveEvents = (service: ServiceName, type: string) => {
  const text = addingLiveEvents(
    service,
    type,
    "select partner_id, false as is_withheld from unnest($1::uuid[]) as given (partner_id)",
  );
  return (tx: Queryable, partnerIds: readonly string[]): Promise<void> =>
    tx.run(`live-event.add-${type}`, text, [partnerIds]);
};

const foundShape = z.object({
  horizon: z.bigint(),
  partnerId: z.string().nullable(),
  position: z.bigint().nullable(),
  type: z.string().nullable(),
  recordedAt: z.date().nullable(),
});
/** An event, or none beside the horizon that holds for all. */
export type FoundEvent = z.infer<typeof foundShape>;

export interface LiveQuestion {
  readonly after: LivePosition;
  /** Null for all. */
  readonly partnerIds: readonly string[] | null;
  /** Null for all. */
  readonly types: readonly string[] | null;
  readonly seesWithheld: boolean;
  readonly limit: number;
}

/**
 * Events after a position, in order, as far as they are whole: up to the oldest transaction that is still under way, the
 * horizon. A transaction that began earlier than another may commit later: one that is read past is never read. Answers
 * with one row more than wanted where there are more, and with the horizon alone where there are none.
 *
 * Horizon and rows are of one snapshot, since they are read by one statement.
 */
export const listLiveEvents = (
  db: Queryable,
  service: ServiceName,
  { after, partnerIds, types, seesWithheld, limit }: LiveQuestion,
): Promise<FoundEvent[]> =>
  db.many(
    "live-event.list",
    foundShape,
    `with whole as materialized (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon)
     select whole.horizon, found."partnerId", found.position, found.type, found."recordedAt"
     from whole left join lateral (
       select event.partner_id as "partnerId", event.position, event.type, event.recorded_at as "recordedAt"
       from ${service}.live_event as event
       where (event.position, event.partner_id, event.type) > ($1::bigint, $2::uuid, $3::text)
         and event.position < whole.horizon
         and ($4::uuid[] is null or event.partner_id = any($4))
         and ($5::text[] is null or event.type = any($5))
         and ($6::boolean or not event.is_withheld)
       order by event.position, event.partner_id, event.type limit $7
     ) as found on true
     order by found.position, found."partnerId", found.type`,
    [after.position.toString(), after.partnerId, after.type, partnerIds, types, seesWithheld, limit + 1],
  );

/** Removes the oldest events that were recorded before a moment, some at a time; answers with how many it removed. */
export const removeOldLiveEvents = async (
  db: Queryable,
  service: ServiceName,
  { before, limit }: { readonly before: Date; readonly limit: number },
): Promise<number> =>
  (
    await db.one(
      "live-event.remove-old",
      z.object({ removed: z.int() }),
      `with oldest as (
         select partner_id, position, type, recorded_at from ${service}.live_event
         order by position, partner_id, type limit $2
       ), removed as (
         delete from ${service}.live_event as event using oldest
         where (event.partner_id, event.position, event.type) = (oldest.partner_id, oldest.position, oldest.type)
           and oldest.recorded_at < $1
         returning 1
       )
       select count(*)::integer as removed from removed`,
      [before, limit],
    )
  ).removed;
