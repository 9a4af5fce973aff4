import { Migration } from "@mikro-orm/migrations";
import { appendOnly, partnerTable, sharedTable } from "@tiergraph/kit/database/migration-sql";

/** Facts of every kind: credited in shares, converted, corrected; exchange rates and the customers that partners own. */
export class Migration0003 extends Migration {
  override up(): void {
    this.addSql(`
      -- What was told, where a fact counts otherwise than it was told: converted, shared, or posted for a later day.
      alter table metrics.fact add column origin jsonb;
      -- A fact of a closed period is not retired: it counts against itself from the day on which it was corrected.
      alter table metrics.fact add column reversed_on date;
      alter table metrics.fact add column corrected_at timestamptz;
      alter table metrics.fact add column corrected_by text;
      alter table metrics.fact add column corrected_because text;
      -- Nothing stands in its place.
      alter table metrics.fact add column is_void boolean not null default false;
      alter table metrics.fact add constraint fact_is_corrected_by_someone check (
        (corrected_at is null) = (corrected_by is null) and (corrected_at is null) = (corrected_because is null)
        and (corrected_at is not null or (reversed_on is null and not is_void)));
      drop index metrics.fact_current;
      create unique index fact_current on metrics.fact (partner_id, family, external_id)
        where retired_at is null and reversed_on is null;
      create index fact_reversed on metrics.fact (partner_id, kind, reversed_on) where reversed_on is not null;
      grant update (reversed_on, corrected_at, corrected_by, corrected_because, is_void)
        on metrics.fact to tiergraph_metrics;`);

    this.addSql(`
      alter table metrics.fact_key drop constraint fact_key_family_check;
      -- Of the whole, how much is credited to partners: hundredths of a percent.
      alter table metrics.fact_key add column credited integer not null default 10000
        check (credited between 0 and 10000);
      grant update (credited) on metrics.fact_key to tiergraph_metrics;`);

    // One unit of \`from_currency\` is \`rate\` of \`to_currency\`; a rate that was wrong is told again, and the last word counts.
    this.addSql(`
      create table metrics.exchange_rate (
        from_currency text not null check (from_currency <> to_currency),
        to_currency text not null,
        on_day date not null,
        told integer not null check (told > 0),
        -- Exact, as it was told.
        rate text not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        primary key (from_currency, to_currency, on_day, told)
      );`);
    this.addSql(sharedTable("metrics", "exchange_rate", ["select", "insert"]));
    this.addSql(appendOnly("metrics", "exchange_rate"));

    this.addSql(`
      create table metrics.owned_customer (
        partner_id uuid not null references metrics.partner (partner_id),
        -- As it is compared: in small letters, without double spaces.
        customer_key text not null,
        customer text not null,
        declared_at timestamptz not null,
        declared_by text not null,
        primary key (partner_id, customer_key)
      );`);
    this.addSql(partnerTable("metrics", "owned_customer", ["select", "insert", "delete"]));

    // Which tiers partners hold, as placement tells of it: indicators are told apart by tier.
    this.addSql(`
      -- Apart from the partner, whose own news may come later.
      create table metrics.standing (
        partner_id uuid primary key,
        period_sequence integer not null default 0
      );
      create table metrics.tier_period (
        partner_id uuid not null references metrics.standing (partner_id),
        from_on date not null,
        tier text not null,
        primary key (partner_id, from_on)
      );`);
    this.addSql(partnerTable("metrics", "standing", ["select", "insert", "update"]));
    this.addSql(partnerTable("metrics", "tier_period", ["select", "insert", "delete"]));

    // One sale that two partners tell of under two keys looks like this; a person says whether it is one.
    this.addSql(`
      create index fact_alike on metrics.fact (lower(customer), amount_minor)
        where kind = 'deal.won' and retired_at is null and reversed_on is null and customer is not null;
      create table metrics.duplicate (
        partner_id uuid not null references metrics.partner (partner_id),
        -- Made of both facts: a row for each of the two partners has it.
        duplicate_id uuid not null,
        fact_id uuid not null,
        is_later boolean not null,
        found_at timestamptz not null,
        state text not null check (state in ('OPEN', 'DISTINCT', 'EARLIER_STANDS', 'LATER_STANDS')),
        decided_at timestamptz,
        decided_by text,
        note text,
        check ((state = 'OPEN') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
        primary key (partner_id, duplicate_id)
      );
      create index on metrics.duplicate (duplicate_id);
      create index on metrics.duplicate (state, found_at, duplicate_id) where not is_later;`);
    this.addSql(partnerTable("metrics", "duplicate", ["select", "insert"]));
    this.addSql("grant update (state, decided_at, decided_by, note) on metrics.duplicate to tiergraph_metrics;");
  }
}
