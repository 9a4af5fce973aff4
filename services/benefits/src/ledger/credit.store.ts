import { batchOf } from "@tiergraph/kit/database/batch";
import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { type CreditRow, creditTable } from "./credit.entity.js";

/** What partners have, by the day on which it is earned or expires; without what is used up. */
export const listCredits = (db: Queryable, partnerIds: readonly string[]): Promise<CreditRow[]> =>
  db.many(
    "credit.list",
    rowOf(creditTable),
    `select ${select(creditTable)} from benefits.credit where partner_id = any($1) and amount_minor > 0
     order by partner_id, program, currency, state, on_day, renewals`,
    [partnerIds],
  );

const CHANGES = batchOf(creditTable);
/** Adds to credits, or takes from them where the amount is below zero; the table refuses to go below nothing. */
export const changeCredits = (db: Queryable, changes: readonly CreditRow[]): Promise<void> =>
  db.run(
    "credit.change",
    `with change as (
       select partner_id, program, currency, state, on_day, renewals, sum(amount_minor)::bigint as amount_minor
       from ${CHANGES.rows()} as given group by 1, 2, 3, 4, 5, 6
     ), reduced as (
       update benefits.credit as kept set amount_minor = kept.amount_minor + change.amount_minor from change
       where change.amount_minor < 0 and kept.partner_id = change.partner_id and kept.program = change.program
         and kept.currency = change.currency and kept.state = change.state and kept.on_day = change.on_day
         and kept.renewals = change.renewals
     )
     insert into benefits.credit as kept (${CHANGES.columns})
     select * from change where amount_minor > 0 order by 1, 2, 3, 4, 5, 6
     on conflict (partner_id, program, currency, state, on_day, renewals)
       do update set amount_minor = kept.amount_minor + excluded.amount_minor`,
    CHANGES.values(changes),
  );

/** Partners with something that becomes earned by today, or expired before it; at most so many. */
export const findPartnersDue = (
  db: Queryable,
  { today, after, limit }: { today: string; after: string | null; limit: number },
): Promise<{ partnerId: string }[]> =>
  db.many(
    "credit.find-partners-due",
    rowOf(creditTable, { only: ["partnerId"] }),
    `select distinct partner_id as "partnerId" from benefits.credit
     where amount_minor > 0 and partner_id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')
       and ((state = 'PENDING' and on_day <= $1) or (state = 'AVAILABLE' and on_day < $1))
     order by 1 limit $3`,
    [today, after, limit],
  );
