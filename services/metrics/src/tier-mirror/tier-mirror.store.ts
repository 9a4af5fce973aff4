import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { tierMirrorTable } from "./tier-mirror.entity.js";

/** Which tier a partner holds from a day on, until its next period begins. */
export interface TierPeriodRow {
  readonly partnerId: string;
  readonly fromOn: string;
  readonly tier: string;
}

/** Makes sure that each partner has a row to hold. */
export const addStandings = (db: Queryable, partnerIds: readonly string[]): Promise<void> =>
  db.run(
    "standing.add",
    `insert into metrics.standing (partner_id) select id from unnest($1::uuid[]) as id order by id
     on conflict (partner_id) do nothing`,
    [partnerIds],
  );

/** Holds partners for the rest of the transaction, in one order, and tells how far the news of their tiers has come. */
export const lockStandings = (
  db: Queryable,
  partnerIds: readonly string[],
): Promise<{ partnerId: string; periodSequence: number }[]> =>
  db.many(
    "standing.lock",
    rowOf(tierMirrorTable),
    `select partner_id as "partnerId", period_sequence as "periodSequence" from metrics.standing
     where partner_id = any($1) order by partner_id for no key update`,
    [partnerIds],
  );

export const putPeriodSequences = (
  db: Queryable,
  told: readonly { partnerId: string; sequence: number }[],
): Promise<void> =>
  db.run(
    "standing.put-period-sequences",
    `update metrics.standing set period_sequence = given.sequence
     from unnest($1::uuid[], $2::integer[]) as given (partner_id, sequence)
     where standing.partner_id = given.partner_id`,
    [told.map(({ partnerId }) => partnerId), told.map(({ sequence }) => sequence)],
  );

export const removeTierPeriods = (db: Queryable, partnerIds: readonly string[]): Promise<void> =>
  db.run("standing.remove-periods", "delete from metrics.tier_period where partner_id = any($1)", [partnerIds]);

export const addTierPeriods = (db: Queryable, periods: readonly TierPeriodRow[]): Promise<void> =>
  db.run(
    "standing.add-periods",
    `insert into metrics.tier_period (partner_id, from_on, tier)
     select * from unnest($1::uuid[], $2::date[], $3::text[])`,
    [periods.map(({ partnerId }) => partnerId), periods.map(({ fromOn }) => fromOn), periods.map(({ tier }) => tier)],
  );

/** How many partners held one tier on one day and another, or the same, on a later one; null where none was held yet. */
export const countTierMoves = (
  db: Queryable,
  days: { readonly from: string; readonly to: string },
): Promise<{ before: string; after: string; partners: number }[]> =>
  db.many(
    "standing.count-moves",
    z.object({ before: z.string(), after: z.string(), partners: z.int() }),
    `select earlier.tier as before, later.tier as after, count(*)::integer as partners
     from metrics.partner
     cross join lateral (
       select tier from metrics.tier_period as held where held.partner_id = partner.partner_id and from_on <= $1
       order by from_on desc limit 1
     ) as earlier
     cross join lateral (
       select tier from metrics.tier_period as held where held.partner_id = partner.partner_id and from_on <= $2
       order by from_on desc limit 1
     ) as later
     group by 1, 2 order by 1, 2`,
    [days.from, days.to],
  );
