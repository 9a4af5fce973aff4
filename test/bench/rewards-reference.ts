import type { Transaction } from "@tiergraph/kit/database/database";
import { unchecked } from "@tiergraph/kit/database/shape";

// What one set-based statement does at least: the same entries and postings, without hashes, by a tier's flat rate.

/** The partner's own id by its number. */
export const rewardedIdSql = (number: string): string =>
  `('00000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

export const QUARTER = { from: "2026-01-01", until: "2026-04-01" };

/** Partners, each in silver and from a day of the quarter on in gold, with so many deals on days of it. */
export async function fillRewards(
  tx: Transaction,
  { partners, deals }: { partners: number; deals: number },
): Promise<void> {
  const numbers = `generate_series(0, ${partners - 1}) as i`;
  await tx.run("", `insert into benefits.standing (partner_id) select ${rewardedIdSql("i")} from ${numbers}`, []);
  await tx.run(
    "",
    `insert into benefits.tier_period (partner_id, from_on, tier, decision_id)
     select ${rewardedIdSql("i")}, day, tier, gen_random_uuid() from ${numbers}
     cross join lateral (values ('2025-01-01'::date, 'silver'), ('2026-01-02'::date + i % 80, 'gold')) as held (day, tier)`,
    [],
  );
  await tx.run(
    "",
    `insert into benefits.paying_fact (partner_id, fact_id, revision, kind, occurred_on, amount_minor, currency, customer,
       product, attributes, deal, program, program_version)
     select ${rewardedIdSql("i")}, gen_random_uuid(), 1, 'deal.won', '2026-01-01'::date + (i * 31 + j * 17) % 90,
       100 + (i::bigint * 7919 + j * 104729) % 5000000, 'USD', 'Customer ' || j, 'Product ' || j % 7, '{}', 'D-' || i || '-' || j,
       'rewarded', '1'
     from ${numbers} cross join generate_series(1, ${deals}) as j`,
    [],
  );
}

/** Rebates of all deals: transactions, postings and balances, in one statement. */
export const accrueBySql = (tx: Transaction): Promise<unknown[]> =>
  tx.many(
    "",
    unchecked(),
    `with owed as (
       select fact.partner_id, gen_random_uuid() as transaction_id, fact.fact_id, fact.occurred_on, fact.amount_minor, held.tier,
         rate, round(fact.amount_minor * rate)::bigint as owed_minor,
         row_number() over (partition by fact.partner_id order by fact.occurred_on, fact.fact_id)::integer as sequence
       from benefits.paying_fact as fact
       cross join lateral (
         select tier from benefits.tier_period
         where tier_period.partner_id = fact.partner_id and from_on <= fact.occurred_on order by from_on desc limit 1
       ) as held
       join (values ('silver', 0.03), ('gold', 0.05)) as rates (tier, rate) on rates.tier = held.tier
     ), entries as (
       insert into benefits.ledger_transaction (partner_id, transaction_id, kind, occurred_on, recorded_at, program,
         program_version, currency, rule, subject, fact_id, tier, rate, base_minor, accrued_minor, expires_on, explanation, sequence,
         previous_hash, hash)
       select partner_id, transaction_id, 'REBATE_ACCRUED', occurred_on, now(), 'rewarded', '1', 'USD', 'deal-rebate', fact_id::text,
         fact_id, tier, rate::text, amount_minor, owed_minor, '9999-12-31',
         'Deal rebate: ' || (owed_minor / 100.0)::text || ' USD, ' || (rate * 100)::text || '% of ' || (amount_minor / 100.0)::text
           || ' USD as ' || tier || ' on ' || occurred_on::text || '.', sequence, repeat('0', 64), repeat('0', 64)
       from owed where owed_minor > 0
       returning 1
     ), posted as (
       insert into benefits.posting (partner_id, transaction_id, program, account, amount_minor, currency)
       select partner_id, transaction_id, 'rewarded', account, sign * owed_minor, 'USD' from owed
       cross join (values ('partner:earned', 1), ('program:rebates', -1)) as side (account, sign) where owed_minor > 0
       returning partner_id, account, amount_minor
     ), balances as (
       insert into benefits.account_balance (partner_id, program, account, currency, balance_minor)
       select partner_id, 'rewarded', account, 'USD', sum(amount_minor) from posted group by 1, 3
       returning 1
     ), credits as (
       insert into benefits.credit (partner_id, program, currency, state, on_day, renewals, amount_minor)
       select partner_id, 'rewarded', 'USD', 'AVAILABLE', '9999-12-31', 0, sum(amount_minor) from posted
       where account = 'partner:earned' group by 1
       returning 1
     )
     update benefits.standing set ledger_sequence = last.sequence
     from (select partner_id, max(sequence) as sequence from owed group by 1) as last
     where standing.partner_id = last.partner_id
       and (select count(*) from entries) >= 0 and (select count(*) from balances) >= 0 and (select count(*) from credits) >= 0`,
    [],
  );
