import type { Queryable } from "@tiergraph/kit/database/database";

/** Makes the balances of partners what their postings come to. */
export const rebuildBalances = (db: Queryable, partnerIds: readonly string[]): Promise<void> =>
  db.run(
    "rebuild.balances",
    `with posted as (
       select partner_id, program, fund, account, currency, sum(amount_minor)::bigint as amount_minor
       from benefits.posting where partner_id = any($1) group by 1, 2, 3, 4, 5
     ), known as (
       update benefits.account_balance as kept set balance_minor = coalesce(posted.amount_minor, 0)
       from benefits.account_balance as old left join posted using (partner_id, program, fund, account, currency)
       where old.partner_id = any($1) and kept.partner_id = old.partner_id and kept.program = old.program
         and kept.fund = old.fund and kept.account = old.account and kept.currency = old.currency
       returning kept.partner_id, kept.program, kept.fund, kept.account, kept.currency
     )
     insert into benefits.account_balance (partner_id, program, fund, account, currency, balance_minor)
     select partner_id, program, fund, account, currency, amount_minor from posted
     where (partner_id, program, fund, account, currency) not in (select * from known)`,
    [partnerIds],
  );
