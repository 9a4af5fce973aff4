import { Migration } from "@mikro-orm/migrations";
import { partnerTable } from "@tiergraph/kit/database/migration-sql";

/** Refunds are held against their deals, shares against each other; what does not fit yet waits in sight. */
export class Migration0005 extends Migration {
  override up(): void {
    this.addSql("select set_config('tiergraph.scope', '*', true);");

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
}
