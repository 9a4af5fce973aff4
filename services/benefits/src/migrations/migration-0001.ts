import { Migration } from "@mikro-orm/migrations";
import { appendOnly, partnerTable, refuseChangeFunction, sharedTable } from "@tiergraph/kit/database/migration-sql";
import { handledEventTable } from "@tiergraph/kit/jobs/handled-event";

/** What partners are entitled to, what they earned, and what both follow from: tiers held and facts that pay. */
export class Migration0001 extends Migration {
  override up(): void {
    this.addSql(refuseChangeFunction("benefits"));
    this.addSql(handledEventTable("benefits"));

    this.addSql(`
      create table benefits.program_version (
        sequence integer primary key,
        program text not null,
        version text not null,
        source text not null,
        unique (program, version)
      );`);
    this.addSql(sharedTable("benefits", "program_version", ["select", "insert"]));
    this.addSql(appendOnly("benefits", "program_version"));

    // One row a partner: the lock under which its rewards and entitlements are settled.
    this.addSql(`
      create table benefits.standing (
        partner_id uuid primary key,
        period_sequence integer not null default 0
      );`);
    this.addSql(partnerTable("benefits", "standing", ["select", "insert", "update"]));

    this.addSql(`
      create table benefits.tier_period (
        partner_id uuid not null references benefits.standing (partner_id),
        from_on date not null,
        tier text not null,
        decision_id uuid not null,
        primary key (partner_id, from_on)
      );`);
    this.addSql(partnerTable("benefits", "tier_period", ["select", "insert", "delete"]));

    this.addSql(`
      create table benefits.entitlement (
        partner_id uuid not null references benefits.standing (partner_id),
        entitlement_id uuid not null,
        benefit text not null,
        tier text not null,
        program text not null,
        program_version text not null,
        quantity integer check (quantity > 0),
        granted_on date not null,
        withdrawn_on date,
        decision_id uuid not null,
        primary key (partner_id, entitlement_id)
      );
      create unique index entitlement_held on benefits.entitlement (partner_id, benefit) where withdrawn_on is null;`);
    this.addSql(partnerTable("benefits", "entitlement", ["select", "insert"]));
    this.addSql("grant update (withdrawn_on) on benefits.entitlement to tiergraph_benefits;");

    this.addSql(`
      create table benefits.paying_fact (
        partner_id uuid not null references benefits.standing (partner_id),
        fact_id uuid not null,
        revision integer not null,
        kind text not null,
        occurred_on date not null,
        amount_minor bigint not null,
        currency text not null,
        customer text,
        product text,
        attributes jsonb not null,
        program text not null,
        program_version text not null,
        primary key (partner_id, fact_id)
      );
      create index on benefits.paying_fact (partner_id, occurred_on);`);
    this.addSql(partnerTable("benefits", "paying_fact", ["select", "insert", "update"]));

    this.addSql(`
      create table benefits.ledger_transaction (
        partner_id uuid not null references benefits.standing (partner_id),
        transaction_id uuid not null,
        kind text not null check (kind in ('REBATE_ACCRUED', 'REBATE_CORRECTED')),
        occurred_on date not null,
        recorded_at timestamptz not null,
        rule text not null,
        fact_id uuid not null,
        tier text,
        rate text not null,
        base_minor bigint not null,
        program_version text not null,
        explanation text not null,
        primary key (partner_id, transaction_id)
      );
      create index on benefits.ledger_transaction (partner_id, fact_id, rule);`);
    this.addSql(partnerTable("benefits", "ledger_transaction", ["select", "insert"]));
    this.addSql(appendOnly("benefits", "ledger_transaction"));

    this.addSql(`
      create table benefits.posting (
        partner_id uuid not null,
        transaction_id uuid not null,
        account text not null check (account in ('partner:earned', 'program:rebates')),
        amount_minor bigint not null check (amount_minor <> 0),
        currency text not null,
        primary key (partner_id, transaction_id, account),
        foreign key (partner_id, transaction_id) references benefits.ledger_transaction (partner_id, transaction_id)
      );
      create index on benefits.posting (partner_id, account, transaction_id);`);
    this.addSql(partnerTable("benefits", "posting", ["select", "insert"]));
    this.addSql(appendOnly("benefits", "posting"));

    // What leaves one account arrives in another: checked when the transaction commits, for any writer.
    this.addSql(`
      create function benefits.refuse_unbalanced() returns trigger language plpgsql as $$
      begin
        if exists (
          select from benefits.posting
          where partner_id = new.partner_id and transaction_id = new.transaction_id
          group by currency having sum(amount_minor) <> 0
        ) then
          raise exception 'postings of transaction % do not add up to zero', new.transaction_id using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      create constraint trigger balanced after insert on benefits.posting
        deferrable initially deferred for each row execute function benefits.refuse_unbalanced();`);

    this.addSql(`
      create table benefits.account_balance (
        partner_id uuid not null references benefits.standing (partner_id),
        account text not null,
        currency text not null,
        balance_minor bigint not null,
        primary key (partner_id, account, currency)
      );`);
    this.addSql(partnerTable("benefits", "account_balance", ["select", "insert", "update"]));
  }
}
