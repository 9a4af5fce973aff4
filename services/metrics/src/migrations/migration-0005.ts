import { Migration } from "@mikro-orm/migrations";
import { partnerTable, sharedTable } from "@tiergraph/kit/database/migration-sql";
import { customerKey } from "../customer/customer-key.js";

/** Customers whose keys are written by one statement. */
const BATCH = 1_000;

/**
 * Refunds are held against their deals, shares against each other; what does not fit yet waits in sight. Customers are known
 * by one rule, and deals that look alike stand in groups.
 */
export class Migration0005 extends Migration {
  override async up(): Promise<void> {
    this.addSql("select set_config('tiergraph.scope', '*', true);");
    await this.keyCustomers();
    this.groupDuplicates();

    // Null for every fact but a refund that names its deal, so that the index holds those only.
    this.addSql(`
      alter table metrics.fact add column refunds_deal text;
      update metrics.fact set refunds_deal = attributes ->> 'deal' where kind = 'deal.refunded' and attributes ? 'deal';
      create index fact_refunds on metrics.fact (partner_id, refunds_deal)
        where refunds_deal is not null and retired_at is null and reversed_on is null;`);

    // Who shares a deal, as [{ partnerId, share }]; null where one partner has all of it.
    this.addSql(`
      alter table metrics.fact_key add column parts jsonb;
      update metrics.fact_key as key set parts = shared.parts
      from (
        select family, external_id, jsonb_agg(jsonb_build_object('partnerId', partner_id, 'share', origin -> 'share')) as parts
        from metrics.fact where origin ? 'share' and retired_at is null and reversed_on is null and not is_void
        group by 1, 2
      ) as shared
      where key.family = shared.family and key.external_id = shared.external_id;
      grant update (parts) on metrics.fact_key to tiergraph_metrics;`);

    this.addSql(`
      create table metrics.waiting_fact (
        partner_id uuid not null references metrics.partner (partner_id),
        waiting_id uuid not null,
        family text not null,
        external_id text not null,
        -- The external id of the deal that it needs.
        deal text,
        code text not null,
        message text not null,
        report jsonb not null,
        reported_at timestamptz not null,
        reported_by text not null,
        state text not null check (state in ('WAITING', 'RECORDED', 'DISCARDED')),
        ended_at timestamptz,
        ended_by text,
        note text,
        check ((state = 'WAITING') = (ended_at is null) and (ended_at is null) = (ended_by is null)),
        primary key (partner_id, waiting_id)
      );
      create unique index waiting_fact_once on metrics.waiting_fact (partner_id, family, external_id) where state = 'WAITING';
      create index waiting_fact_for on metrics.waiting_fact (deal) where state = 'WAITING' and deal is not null;
      create index waiting_fact_listed on metrics.waiting_fact (state, reported_at, waiting_id);`);
    this.addSql(partnerTable("metrics", "waiting_fact", ["select", "insert"]));
    this.addSql(
      "grant update (deal, code, message, report, state, ended_at, ended_by, note) on metrics.waiting_fact to tiergraph_metrics;",
    );
  }

  /** The key was the name in small letters, which the database made; now the service writes it. */
  private async keyCustomers(): Promise<void> {
    await this.execute("select set_config('tiergraph.scope', '*', true);");
    const rows = await this.execute("select distinct customer from metrics.fact where customer is not null");
    this.addSql(`
      drop index metrics.fact_alike;
      alter table metrics.fact drop column customer_key;
      alter table metrics.fact add column customer_key text;`);
    const keyed = rows.map(({ customer }) => ({ customer: String(customer), key: customerKey(String(customer)) }));
    for (let i = 0; i < keyed.length; i += BATCH) {
      const given = JSON.stringify(keyed.slice(i, i + BATCH)).replaceAll("'", "''");
      this.addSql(`
        update metrics.fact set customer_key = given.key
        from jsonb_to_recordset('${given}'::jsonb) as given (customer text, key text) where fact.customer = given.customer;`);
    }
    this.addSql(`
      create index fact_alike on metrics.fact (customer_key, amount_minor)
        where kind = 'deal.won' and retired_at is null and reversed_on is null and customer_key is not null;`);
  }

  private groupDuplicates(): void {
    this.addSql(`
      create table metrics.duplicate_group (
        duplicate_id uuid primary key,
        found_at timestamptz not null,
        state text not null
          check (state in ('OPEN', 'DISTINCT', 'EARLIER_STANDS', 'LATER_STANDS', 'ONE_STANDS', 'CLOSED')),
        decided_at timestamptz,
        decided_by text,
        note text,
        check ((state = 'OPEN') = (decided_at is null) and (decided_at is null) = (decided_by is null))
      );
      insert into metrics.duplicate_group (duplicate_id, found_at, state, decided_at, decided_by, note)
      select duplicate_id, found_at, state, decided_at, decided_by, note from metrics.duplicate where not is_later;
      create index duplicate_group_listed on metrics.duplicate_group (state, found_at, duplicate_id);
      alter table metrics.duplicate drop constraint duplicate_pkey;
      alter table metrics.duplicate add column place integer not null default 0;
      update metrics.duplicate set place = 1 where is_later;
      alter table metrics.duplicate drop column is_later, drop column found_at, drop column state, drop column decided_at,
        drop column decided_by, drop column note;
      alter table metrics.duplicate add primary key (partner_id, duplicate_id, fact_id);
      create index duplicate_of_fact on metrics.duplicate (partner_id, fact_id);
      grant delete on metrics.duplicate to tiergraph_metrics;`);
    this.addSql(sharedTable("metrics", "duplicate_group", ["select", "insert", "update"]));
  }
}
