import { Migration } from "@mikro-orm/migrations";
import { appendOnly, partnerTable, refuseChangeFunction, sharedTable } from "@tiergraph/kit/database/migration-sql";
import { handledEventTable } from "@tiergraph/kit/jobs/handled-event";

/** Partners and their people, program versions, placement: decisions, tier periods, the status they lead to. */
export class Migration0001 extends Migration {
  override up(): void {
    this.addSql(refuseChangeFunction("partners"));
    this.addSql(handledEventTable("partners"));

    this.addSql(`
      create table partners.partner (
        partner_id uuid primary key,
        code text not null unique,
        name text not null,
        region text,
        country text,
        tracks text[] not null,
        joined_on date not null,
        recorded_at timestamptz not null
      );
      create index on partners.partner (name, partner_id);`);
    this.addSql(partnerTable("partners", "partner", ["select", "insert", "update"]));

    this.addSql(`
      create table partners.person (
        partner_id uuid not null references partners.partner (partner_id),
        person_id uuid not null,
        external_id text not null,
        name text not null,
        email text,
        role text,
        recorded_at timestamptz not null,
        primary key (partner_id, person_id),
        unique (partner_id, external_id)
      );
      create index on partners.person (partner_id, name, person_id);`);
    this.addSql(partnerTable("partners", "person", ["select", "insert", "update"]));

    this.addSql(`
      create table partners.program_version (
        sequence integer primary key,
        program text not null,
        version text not null,
        source text not null,
        published_at timestamptz not null,
        published_by text not null,
        unique (program, version)
      );`);
    this.addSql(sharedTable("partners", "program_version", ["select", "insert"]));
    this.addSql(appendOnly("partners", "program_version"));

    this.addSql(`
      create table partners.placement_run (
        run_id uuid primary key,
        reason text not null check (reason in ('ON_DEMAND', 'PROGRAM_PUBLISHED', 'TRACKS_CHANGED', 'DAILY')),
        as_of date not null,
        started_at timestamptz not null,
        started_by text not null,
        total integer not null check (total >= 0),
        judged integer not null default 0 check (judged between 0 and total),
        changed integer not null default 0,
        finished_at timestamptz
      );
      create index on partners.placement_run (started_at);`);
    this.addSql(sharedTable("partners", "placement_run", ["select", "insert", "update"]));

    // The decision is kept as text in its canonical form, so that a replay can be compared byte by byte.
    this.addSql(`
      create table partners.decision (
        partner_id uuid not null references partners.partner (partner_id),
        decision_id uuid not null,
        sequence integer not null check (sequence > 0),
        run_id uuid,
        as_of date not null,
        decided_at timestamptz not null,
        program text not null,
        program_version text not null,
        tier text not null,
        previous_tier text,
        outcome text not null check (outcome in ('PLACED', 'PROMOTED', 'DEMOTED', 'KEPT')),
        body text not null,
        primary key (partner_id, decision_id),
        unique (partner_id, sequence),
        foreign key (program, program_version) references partners.program_version (program, version)
      );`);
    this.addSql(partnerTable("partners", "decision", ["select", "insert"]));
    this.addSql(appendOnly("partners", "decision"));

    this.addSql(`
      create table partners.tier_status (
        partner_id uuid primary key references partners.partner (partner_id),
        tier text not null,
        since date not null,
        as_of date not null,
        measured_at timestamptz not null,
        sequence integer not null,
        decision_id uuid not null,
        period_sequence integer not null,
        foreign key (partner_id, decision_id) references partners.decision (partner_id, decision_id)
      );
      create index on partners.tier_status (tier);`);
    this.addSql(partnerTable("partners", "tier_status", ["select", "insert", "update"]));

    // A period lasts until the next one of the same partner begins: an overlap or a gap cannot be written down.
    this.addSql(`
      create table partners.tier_period (
        partner_id uuid not null references partners.partner (partner_id),
        decision_id uuid not null,
        from_on date not null,
        tier text not null,
        superseded_at timestamptz,
        primary key (partner_id, decision_id),
        foreign key (partner_id, decision_id) references partners.decision (partner_id, decision_id)
      );
      create unique index tier_period_in_force on partners.tier_period (partner_id, from_on) where superseded_at is null;`);
    this.addSql(partnerTable("partners", "tier_period", ["select", "insert", "update"]));
  }
}
