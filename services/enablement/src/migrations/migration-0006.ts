import { Migration } from "@mikro-orm/migrations";
import { appendOnly, partnerTable, sharedTable } from "@tiergraph/kit/database/migration-sql";

/** Playbooks, case studies and competitive analyses, in versions; who read them, and whom they helped. */
export class Migration0006 extends Migration {
  override up(): void {
    this.addSql(`
      create table enablement.content_version (
        name text not null,
        version integer not null check (version > 0),
        kind text not null check (kind in ('PLAYBOOK', 'CASE_STUDY', 'COMPETITIVE_ANALYSIS')),
        title text not null,
        summary text not null,
        role text,
        maturities text[] not null,
        motion text,
        -- Of these a partner needs one; everyone may read it where there are none.
        tiers text[] not null,
        tracks text[] not null,
        owner text not null,
        sections jsonb not null,
        -- What it is good for when it is published; afterwards somebody confirms it.
        fresh_until date not null,
        written_at timestamptz not null,
        written_by text not null,
        primary key (name, version)
      );
      create table enablement.content (
        name text primary key,
        -- Null while nothing of it is published.
        published_version integer,
        fresh_until date not null,
        confirmed_at timestamptz not null,
        confirmed_by text not null,
        foreign key (name, published_version) references enablement.content_version (name, version)
      );`);
    this.addSql(sharedTable("enablement", "content_version", ["select", "insert"]));
    this.addSql(appendOnly("enablement", "content_version"));
    this.addSql(sharedTable("enablement", "content", ["select", "insert", "update"]));

    this.addSql(`
      create table enablement.content_reading (
        partner_id uuid not null,
        name text not null references enablement.content (name),
        subject text not null,
        times integer not null check (times > 0),
        last_read_on date not null,
        -- Null until it votes.
        is_useful boolean,
        primary key (partner_id, name, subject)
      );
      create index on enablement.content_reading (name);`);
    this.addSql(partnerTable("enablement", "content_reading", ["select", "insert", "update"]));
  }
}
