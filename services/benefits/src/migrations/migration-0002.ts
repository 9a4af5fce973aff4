import { Migration } from "@mikro-orm/migrations";
import { partnerTable, sharedTable } from "@tiergraph/kit/database/migration-sql";

/**
 * The ledger of all rewards: pending and earned, redeemed and expired, under ceilings, each partner's entries chained.
 * What stands already is given its place in the chain, by the same text that `chain.ts` hashes.
 */
export class Migration0002 extends Migration {
  override up(): void {
    this.addSql("select set_config('tiergraph.scope', '*', true);");

    this.addSql(`
      alter table benefits.standing
        add column ledger_sequence integer not null default 0,
        add column ledger_hash text not null default repeat('0', 64),
        add column tracks text[] not null default '{}',
        add column region text,
        add column country text,
        add column profile_at timestamptz not null default 'epoch';`);

    this.addSql(`
      alter table benefits.paying_fact
        alter column amount_minor drop not null,
        alter column currency drop not null,
        add column quantity bigint,
        add column is_gone boolean not null default false,
        add column deal text,
        add column names_deal text generated always as (attributes ->> 'deal') stored;
      update benefits.paying_fact set is_gone = true where amount_minor = 0;
      create index on benefits.paying_fact (partner_id, deal) where deal is not null;
      create index on benefits.paying_fact (partner_id, names_deal) where names_deal is not null;`);

    this.addSql(`
      alter table benefits.ledger_transaction disable trigger append_only;
      alter table benefits.posting disable trigger append_only;`);

    this.addSql(`
      alter table benefits.ledger_transaction
        drop constraint ledger_transaction_kind_check,
        alter column fact_id drop not null,
        alter column rule drop not null,
        alter column rate drop not null,
        alter column base_minor drop not null,
        add column program text,
        add column sequence integer,
        add column previous_hash text,
        add column hash text,
        add column subject text,
        add column accrued_minor bigint,
        add column currency text,
        add column matures_on date,
        add column expires_on date,
        add column actor text,
        add column reference uuid;
      update benefits.ledger_transaction as kept set
        program = coalesce((select program from benefits.program_version as known
          where known.version = kept.program_version order by sequence limit 1), ''),
        subject = fact_id::text,
        accrued_minor = earned.amount_minor,
        currency = earned.currency
      from benefits.posting as earned
      where earned.partner_id = kept.partner_id and earned.transaction_id = kept.transaction_id
        and earned.account = 'partner:earned';`);

    // The old key let an account stand once in a transaction; now it may for each fund.
    this.addSql(`
      drop trigger balanced on benefits.posting;
      drop function benefits.refuse_unbalanced;
      alter table benefits.posting
        drop constraint posting_account_check,
        drop constraint posting_pkey,
        add column program text,
        add column fund text not null default '';
      update benefits.posting as kept set program = entry.program from benefits.ledger_transaction as entry
      where entry.partner_id = kept.partner_id and entry.transaction_id = kept.transaction_id;
      alter table benefits.posting
        alter column program set not null,
        add primary key (partner_id, transaction_id, account, fund, currency),
        add constraint posting_account_check check (account in (${ACCOUNTS.map((account) => `'${account}'`).join(", ")}));
      drop index benefits.posting_partner_id_account_transaction_id_idx;`);

    // What leaves one account arrives in another. All postings of a transaction come in one statement, so that one look at
    // what it wrote is enough: of a million rows one look, where a trigger for each row looked a million times.
    this.addSql(`
      create function benefits.refuse_unbalanced() returns trigger language plpgsql as $$
      declare unbalanced uuid;
      begin
        select transaction_id into unbalanced from written
        group by partner_id, transaction_id, program, currency having sum(amount_minor) <> 0 limit 1;
        if found then
          raise exception 'postings of transaction % do not add up to zero', unbalanced using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      create trigger balanced after insert on benefits.posting
        referencing new table as written for each statement execute function benefits.refuse_unbalanced();`);

    // Before there were debts, what was taken back of something used took the balance below zero: it is owed now.
    this.addSql(`
      insert into benefits.ledger_transaction (partner_id, transaction_id, kind, occurred_on, recorded_at, program,
        program_version, currency, explanation)
      select partner_id, (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7'
          || substr(md5(partner_id::text), 1, 3) || 'b' || substr(md5(partner_id::text || currency), 1, 15))::uuid,
        'CLAWED_BACK', current_date, date_trunc('milliseconds', now()),
        (select program from benefits.posting where posting.partner_id = kept.partner_id limit 1), '', currency,
        'What was taken back beyond the balance is owed.'
      from benefits.account_balance as kept where account = 'partner:earned' and balance_minor < 0;
      insert into benefits.posting (partner_id, transaction_id, account, amount_minor, currency, program)
      select entry.partner_id, transaction_id, side.account, side.sign * balance_minor, entry.currency, entry.program
      from benefits.ledger_transaction as entry
      join benefits.account_balance as kept using (partner_id, currency)
      cross join (values ('partner:earned', -1), ('partner:debt', 1)) as side (account, sign)
      where entry.kind = 'CLAWED_BACK' and kept.account = 'partner:earned' and balance_minor < 0;`);

    this.addSql(`
      with ordered as (
        select partner_id, transaction_id, row_number() over (partition by partner_id order by transaction_id) as place
        from benefits.ledger_transaction
      )
      update benefits.ledger_transaction as kept set sequence = ordered.place from ordered
      where ordered.partner_id = kept.partner_id and ordered.transaction_id = kept.transaction_id;`);
    this.addSql(`
      do $$
      declare
        entry record;
        before text := repeat('0', 64);
        partner uuid;
        body text;
      begin
        for entry in select * from benefits.ledger_transaction order by partner_id, sequence loop
          if partner is distinct from entry.partner_id then
            before := repeat('0', 64);
            partner := entry.partner_id;
          end if;
          select '[' || string_agg(coalesce(to_json(field)::text, 'null'), ',' order by place) || ']' into body
          from unnest(array[before, entry.partner_id::text, entry.transaction_id::text, entry.sequence::text, entry.kind,
            entry.occurred_on::text, to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            entry.program, entry.program_version, entry.rule, entry.subject, entry.fact_id::text, entry.tier, entry.rate,
            entry.base_minor::text, entry.accrued_minor::text, entry.currency, entry.matures_on::text,
            entry.expires_on::text, entry.actor, entry.reference::text, entry.explanation]
            || (select array_agg(line order by account, fund, currency, place) from (
                  select account, fund, currency, place, line from benefits.posting
                  cross join lateral unnest(array[account, fund, currency, amount_minor::text]) with ordinality as part (line, place)
                  where posting.partner_id = entry.partner_id and posting.transaction_id = entry.transaction_id
                ) as lines)
          ) with ordinality as fields (field, place);
          update benefits.ledger_transaction
          set previous_hash = before, hash = encode(sha256(convert_to(body, 'UTF8')), 'hex')
          where partner_id = entry.partner_id and transaction_id = entry.transaction_id
          returning hash into before;
          update benefits.standing set ledger_sequence = entry.sequence, ledger_hash = before
          where partner_id = entry.partner_id;
        end loop;
      end $$;`);
    this.addSql(`
      alter table benefits.ledger_transaction
        alter column program set not null,
        alter column currency set not null,
        alter column sequence set not null,
        alter column previous_hash set not null,
        alter column hash set not null,
        add constraint ledger_transaction_kind_check
          check (kind in (${KINDS.map((kind) => `'${kind}'`).join(", ")})),
        add constraint ledger_transaction_place unique (partner_id, sequence);
      drop index benefits.ledger_transaction_partner_id_fact_id_rule_idx;
      create index ledger_transaction_of_subject on benefits.ledger_transaction (partner_id, subject, rule);
      create index ledger_transaction_of_target on benefits.ledger_transaction (partner_id) where subject <> fact_id::text;
      create index ledger_transaction_of_day on benefits.ledger_transaction (recorded_at);
      alter table benefits.ledger_transaction enable trigger append_only;
      alter table benefits.posting enable trigger append_only;`);

    // No account of a partner is ever drawn below what is in it; a debt is never more than what is owed.
    this.addSql(`
      alter table benefits.account_balance
        drop constraint account_balance_pkey,
        add column program text not null default '',
        add column fund text not null default '';
      update benefits.account_balance as kept set program = coalesce(
        (select program from benefits.posting where posting.partner_id = kept.partner_id limit 1), '');
      insert into benefits.account_balance (partner_id, program, account, currency, balance_minor)
      select partner_id, program, 'partner:debt', currency, balance_minor from benefits.account_balance
      where account = 'partner:earned' and balance_minor < 0;
      update benefits.account_balance set balance_minor = 0 where account = 'partner:earned' and balance_minor < 0;
      alter table benefits.account_balance
        add primary key (partner_id, program, fund, account, currency),
        add constraint never_overdrawn check (case
          when account in ('partner:pending', 'partner:earned', 'partner:reserved', 'fund:allocated', 'fund:committed')
            then balance_minor >= 0
          when account = 'partner:debt' then balance_minor <= 0
          else true end);`);

    this.addSql(`
      create table benefits.credit (
        partner_id uuid not null references benefits.standing (partner_id),
        program text not null,
        currency text not null,
        state text not null check (state in ('PENDING', 'AVAILABLE')),
        on_day date not null,
        renewals smallint not null,
        amount_minor bigint not null check (amount_minor >= 0),
        primary key (partner_id, program, currency, state, on_day, renewals)
      );
      create index credit_due on benefits.credit (state, on_day) where amount_minor > 0;
      insert into benefits.credit (partner_id, program, currency, state, on_day, renewals, amount_minor)
      select partner_id, program, currency, 'AVAILABLE', '9999-12-31', 0, balance_minor
      from benefits.account_balance where account = 'partner:earned' and balance_minor > 0;`);
    this.addSql(partnerTable("benefits", "credit", ["select", "insert", "update"]));

    this.addSql(`
      create table benefits.reward_withheld (
        partner_id uuid not null references benefits.standing (partner_id),
        rule text not null,
        subject text not null,
        program text not null,
        ceiling text not null,
        amount_minor bigint not null check (amount_minor > 0),
        currency text not null,
        noted_at timestamptz not null,
        primary key (partner_id, rule, subject)
      );`);
    this.addSql(partnerTable("benefits", "reward_withheld", ["select", "insert", "update", "delete"]));

    // What stands under a ceiling of the whole program, by the period that it counts; nothing passes a hard one.
    this.addSql(`
      create table benefits.ceiling_use (
        program text not null,
        ceiling text not null,
        period_from text not null,
        used bigint not null default 0,
        most bigint not null,
        is_hard boolean not null,
        alerted_at timestamptz,
        primary key (program, ceiling, period_from),
        constraint never_above check (not is_hard or used <= most)
      );`);
    this.addSql(sharedTable("benefits", "ceiling_use", ["select", "insert", "update"]));

    this.addSql(`
      create table benefits.payout_batch (
        batch_id uuid primary key,
        created_at timestamptz not null,
        created_by text not null,
        note text
      );`);
    this.addSql(sharedTable("benefits", "payout_batch", ["select", "insert"]));

    this.addSql(`
      create table benefits.redemption (
        partner_id uuid not null references benefits.standing (partner_id),
        redemption_id uuid not null,
        program text not null,
        program_version text not null,
        currency text not null,
        amount_minor bigint not null check (amount_minor > 0),
        state text not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'PAYING', 'PAID', 'RETURNED')),
        idempotency_key text not null,
        request_hash text not null,
        note text,
        requested_at timestamptz not null,
        requested_by text not null,
        decided_at timestamptz,
        decided_by text,
        reason text,
        batch_id uuid references benefits.payout_batch (batch_id),
        external_reference text,
        settled_at timestamptz,
        taken jsonb not null,
        ceilings jsonb not null,
        primary key (partner_id, redemption_id),
        unique (partner_id, idempotency_key)
      );
      create index redemption_by_state on benefits.redemption (state, requested_at);
      create index redemption_of_batch on benefits.redemption (batch_id) where batch_id is not null;`);
    this.addSql(partnerTable("benefits", "redemption", ["select", "insert", "update"]));
  }
}

const ACCOUNTS = [
  "partner:pending",
  "partner:earned",
  "partner:reserved",
  "partner:debt",
  "program:rebates",
  "program:bonuses",
  "program:spiffs",
  "program:expired",
  "program:paid",
  "fund:budget",
  "fund:allocated",
  "fund:committed",
  "fund:reimbursed",
];

const KINDS = [
  "REBATE_ACCRUED",
  "REBATE_CORRECTED",
  "BONUS_ACCRUED",
  "BONUS_CORRECTED",
  "SPIFF_ACCRUED",
  "SPIFF_CORRECTED",
  "CLAWED_BACK",
  "REWARDS_EARNED",
  "REWARDS_EXPIRED",
  "REWARDS_RENEWED",
  "REDEMPTION_REQUESTED",
  "REDEMPTION_RETURNED",
  "REDEMPTION_PAID",
  "FUND_ALLOCATED",
  "FUND_COMMITTED",
  "FUND_RELEASED",
  "FUND_REIMBURSED",
  "FUND_EXPIRED",
];
