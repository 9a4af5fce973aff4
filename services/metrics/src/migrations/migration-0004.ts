import { Migration } from "@mikro-orm/migrations";
import { sharedTable } from "@tiergraph/kit/database/migration-sql";

/** Queries that people keep, and exports of what they answer; deals alike are found by an index. */
export class Migration0004 extends Migration {
  override up(): void {
    // Under row-level security an index serves only what leaks nothing of rows that are not seen, and `lower` is not known
    // to: looking for deals alike read every fact. A column of its own can be looked up.
    this.addSql(`
      drop index metrics.fact_alike;
      alter table metrics.fact add column customer_key text generated always as (lower(customer)) stored;
      create index fact_alike on metrics.fact (customer_key, amount_minor)
        where kind = 'deal.won' and retired_at is null and reversed_on is null and customer_key is not null;`);

    // What an export holds is whatever its viewer may see: rows are for viewers of just that scope.
    const ofScope = (table: string): string => `
      alter table metrics.${table} enable row level security;
      alter table metrics.${table} force row level security;
      create policy viewer_scope on metrics.${table}
        using ((select current_setting('tiergraph.scope', true)) in ('*', scope))
        with check ((select current_setting('tiergraph.scope', true)) in ('*', scope));`;

    this.addSql(`
      create table metrics.saved_query (
        -- Digest of role, subject and scope: one subject may ask for one partner or another.
        viewer text not null,
        name text not null,
        scope text not null,
        source text not null,
        variables text not null,
        saved_at timestamptz not null,
        primary key (viewer, name)
      );
      create table metrics.export (
        export_id uuid primary key,
        viewer text not null,
        role text not null,
        subject text not null,
        scope text not null,
        request_key text not null,
        name text not null,
        source text not null,
        variables text not null,
        format text not null check (format in ('CSV', 'JSON_LINES')),
        state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
        row_count integer not null default 0 check (row_count >= 0),
        part_count integer not null default 0 check (part_count >= 0),
        -- Where the next part begins; null at the start.
        position text,
        problem text,
        lease uuid,
        leased_until timestamptz,
        requested_at timestamptz not null,
        ended_at timestamptz,
        expires_at timestamptz not null,
        check ((state in ('DONE', 'FAILED', 'CANCELLED')) = (ended_at is not null)),
        unique (viewer, request_key)
      );
      create index on metrics.export (viewer, requested_at desc, export_id desc);
      create index on metrics.export (requested_at) where state in ('QUEUED', 'RUNNING');
      create index on metrics.export (expires_at);
      create table metrics.export_part (
        export_id uuid not null references metrics.export (export_id) on delete cascade,
        sequence integer not null check (sequence > 0),
        scope text not null,
        body text not null,
        primary key (export_id, sequence)
      );`);
    this.addSql(sharedTable("metrics", "saved_query", ["select", "insert", "update", "delete"]));
    this.addSql(sharedTable("metrics", "export", ["select", "insert", "update", "delete"]));
    this.addSql(sharedTable("metrics", "export_part", ["select", "insert", "delete"]));
    for (const table of ["saved_query", "export", "export_part"]) this.addSql(ofScope(table));
  }
}
