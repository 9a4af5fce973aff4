import { Migration } from "@mikro-orm/migrations";
import { appendOnly, partnerTable, refuseChangeFunction, sharedTable } from "@tiergraph/kit/database/migration-sql";
import { handledEventTable } from "@tiergraph/kit/jobs/handled-event";
import { SLOTS_PER_PAGE } from "../series/slot.js";

/** Facts, the rollups that are kept beside them, and what was last told of each partner's measures. */
export class Migration0001 extends Migration {
  override up(): void {
    this.addSql(refuseChangeFunction("metrics"));
    this.addSql(handledEventTable("metrics"));

    this.addSql(`
      create table metrics.partner (
        partner_id uuid primary key,
        tracks text[] not null,
        region text,
        changed_at timestamptz not null,
        -- The values that were last told to the others, as text; null before the first telling.
        told text
      );`);
    this.addSql(partnerTable("metrics", "partner", ["select", "insert", "update"]));

    this.addSql(`
      create table metrics.program_version (
        sequence integer primary key,
        program text not null,
        version text not null,
        source text not null,
        unique (program, version)
      );`);
    this.addSql(sharedTable("metrics", "program_version", ["select", "insert"]));
    this.addSql(appendOnly("metrics", "program_version"));

    // Which column of the rollups holds which series; a slot is never given to another series.
    this.addSql(`
      create table metrics.series (
        slot integer primary key check (slot >= 0),
        key text not null unique
      );`);
    this.addSql(sharedTable("metrics", "series", ["select", "insert"]));

    // Who comes first with an external id owns it, over all partners: the same deal never counts for two by accident.
    this.addSql(`
      create table metrics.fact_key (
        family text not null check (family in ('deal', 'certification', 'seats')),
        external_id text not null,
        partner_id uuid not null,
        fact_id uuid not null,
        primary key (family, external_id)
      );`);
    this.addSql(partnerTable("metrics", "fact_key", ["select", "insert"]));
    // A row can only be locked by who might change it; nothing ever does.
    this.addSql("grant update (fact_id) on metrics.fact_key to tiergraph_metrics;");

    // A fact stays as it came; a later state of the same thing is a new revision that retires the one before.
    this.addSql(`
      create table metrics.fact (
        partner_id uuid not null references metrics.partner (partner_id),
        fact_id uuid not null,
        revision integer not null check (revision > 0),
        family text not null,
        kind text not null,
        external_id text not null,
        occurred_on date not null,
        opened_on date,
        until_on date,
        amount_minor bigint,
        currency text,
        quantity bigint,
        customer text,
        person_id uuid,
        product text,
        attributes jsonb not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        retired_at timestamptz,
        primary key (partner_id, fact_id, revision)
      );
      create unique index fact_current on metrics.fact (partner_id, family, external_id) where retired_at is null;
      create index fact_of_kind on metrics.fact (partner_id, kind, occurred_on, fact_id) where retired_at is null;`);
    this.addSql(partnerTable("metrics", "fact", ["select", "insert"]));
    this.addSql("grant update (retired_at) on metrics.fact to tiergraph_metrics;");

    // Wide rows: one a partner and period holds many sums, which is five times faster to judge than a row a sum.
    for (const [table, period] of [
      ["rollup_day", "day"],
      ["rollup_month", "month"],
    ] as const) {
      const slots = Array.from({ length: SLOTS_PER_PAGE }, (_, slot) => `s${slot} bigint not null default 0`);
      this.addSql(`
        create table metrics.${table} (
          partner_id uuid not null,
          ${period} date not null,
          page smallint not null,
          ${slots.join(", ")},
          primary key (partner_id, ${period}, page)
        );`);
      this.addSql(partnerTable("metrics", table, ["select", "insert", "update"]));
    }
  }
}
