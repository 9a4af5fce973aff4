import type { Queryable } from "@tiergraph/kit/database/database";
import { listByIds } from "@tiergraph/kit/database/table-reads";
import { addAll } from "@tiergraph/kit/database/table-writes";
import { z } from "zod";
import { tierMirrorTable } from "./tier-mirror.entity.js";
import { tierPeriodTable } from "./tier-period.entity.js";

/** Makes sure that each partner has a row to hold. */
export const addStandings = (db: Queryable, partnerIds: readonly string[]): Promise<void> =>
  db.run(
    "standing.add",
    `insert into metrics.standing (partner_id) select id from unnest($1::uuid[]) as id order by id
     on conflict (partner_id) do nothing`,
    [partnerIds],
  );

/**
 * Holds partners for the rest of the transaction, in one order, and returns how far the news of their tiers has come.
 */
export const lockStandings = listByIds("standing.lock", tierMirrorTable, "partnerId", {
  orderBy: ["partnerId"],
  lock: "no key",
});

export const putPeriodSequences = (
  db: Queryable,
  sequences: readonly { partnerId: string; sequence: number }[],
): Promise<void> =>
  db.run(
    "standing.put-period-sequences",
    `update metrics.standing set period_sequence = given.sequence
     from unnest($1::uuid[], $2::integer[]) as given (partner_id, sequence)
     where standing.partner_id = given.partner_id`,
    [sequences.map(({ partnerId }) => partnerId), sequences.map(({ sequence }) => sequence)],
  );

export const removeTierPeriods = (db: Queryable, partnerIds: readonly string[]): Promise<void> =>
  db.run("standing.remove-periods", "delete from metrics.tier_period where partner_id = any($1)", [partnerIds]);

export const addTierPeriods = addAll("standing.add-periods", tierPeriodTable);

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
