import { Migration } from "@mikro-orm/migrations";
import { appendOnly, partnerTable, sharedTable } from "@tiergraph/kit/database/migration-sql";

/** Governance: versions with a life of their own, decisions in a chain, and what persons decide beside the rules. */
export class Migration0002 extends Migration {
  override up(): void {
    // What was published before this took force at once.
    this.addSql(`
      alter table partners.program_version disable trigger append_only;
      alter table partners.program_version add column effective_on date;
      update partners.program_version set effective_on = published_at::date;
      alter table partners.program_version alter column effective_on set not null;
      alter table partners.program_version enable trigger append_only;`);

    // A version is in force from its start on; the others are told in the same transaction, in the order of the starts.
    this.addSql(`
      create table partners.program_start (
        start_sequence integer primary key check (start_sequence > 0),
        sequence integer not null unique references partners.program_version (sequence),
        started_at timestamptz not null
      );
      insert into partners.program_start (start_sequence, sequence, started_at)
        select sequence, sequence, published_at from partners.program_version;`);
    this.addSql(sharedTable("partners", "program_start", ["select", "insert"]));
    this.addSql(appendOnly("partners", "program_start"));

    this.addSql(`
      create table partners.program_draft (
        program text not null,
        version text not null,
        source text not null,
        revision integer not null check (revision > 0),
        saved_at timestamptz not null,
        saved_by text not null,
        primary key (program, version)
      );`);
    this.addSql(sharedTable("partners", "program_draft", ["select", "insert", "update", "delete"]));

    // Each decision carries the hash of the one before it: a row that was changed, added or taken away breaks the chain.
    // Decisions from before this migration have none, and stand before the chain's first link.
    this.addSql(`
      alter table partners.decision add column effective_on date;
      alter table partners.decision add column format smallint not null default 1;
      alter table partners.decision add column previous_hash text;
      alter table partners.decision add column hash text;
      alter table partners.decision add constraint decision_is_chained
        check (format = 1 or (effective_on is not null and hash is not null));
      alter table partners.decision drop constraint decision_program_program_version_fkey;`);

    this.addSql(`
      alter table partners.tier_status add column pending_tier text;
      alter table partners.tier_status add column pending_from date;
      alter table partners.tier_status add column told_on date;
      create index on partners.tier_status (pending_from) where pending_from is not null;`);

    this.addSql(`
      create table partners.override (
        partner_id uuid not null references partners.partner (partner_id),
        override_id uuid not null,
        kind text not null check (kind in ('TIER', 'HOLD', 'APPROVAL')),
        -- The tier's or the approval's name; a hold has none.
        subject text check ((subject is null) = (kind = 'HOLD')),
        from_on date not null,
        until_on date not null check (until_on > from_on),
        reason text not null check (length(reason) > 0),
        requested_at timestamptz not null,
        requested_by text not null,
        state text not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'ENDED')),
        decided_at timestamptz,
        decided_by text,
        note text,
        -- A second person decides.
        check (decided_by is null or decided_by <> requested_by or state = 'ENDED'),
        check (state = 'REQUESTED' or decided_by is not null),
        primary key (partner_id, override_id)
      );
      create index on partners.override (partner_id, until_on) where state = 'APPROVED';`);
    this.addSql(partnerTable("partners", "override", ["select", "insert", "update"]));

    this.addSql(`
      create table partners.review (
        partner_id uuid not null references partners.partner (partner_id),
        review_id uuid not null,
        form text not null,
        period_from date not null,
        period_to date not null check (period_to > period_from),
        held_on date not null,
        answers jsonb not null,
        -- Exact, as a share of the best possible.
        score text not null,
        notes text,
        program text not null,
        program_version text not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        primary key (partner_id, review_id)
      );
      create index on partners.review (partner_id, form, held_on desc, recorded_at desc);`);
    this.addSql(partnerTable("partners", "review", ["select", "insert"]));
    this.addSql(appendOnly("partners", "review"));

    this.addSql(`
      alter table partners.placement_run drop constraint placement_run_reason_check;
      alter table partners.placement_run add constraint placement_run_reason_check
        check (reason in ('ON_DEMAND', 'PROGRAM_PUBLISHED', 'TRACKS_CHANGED', 'DAILY', 'RULED', 'REVIEWED'));`);
  }
}
