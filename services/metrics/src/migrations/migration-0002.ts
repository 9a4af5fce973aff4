import { Migration } from "@mikro-orm/migrations";
import { sharedTable } from "@tiergraph/kit/database/migration-sql";

/** Adjustments of measures, and the country of a partner, by which its market is found. */
export class Migration0002 extends Migration {
  override up(): void {
    this.addSql("alter table metrics.partner add column country text;");

    // What is proposed never changes: somebody else decides it, and what was approved is ended and proposed anew.
    this.addSql(`
      create table metrics.adjustment (
        adjustment_id uuid primary key,
        program text not null,
        measure text not null,
        kind text not null check (kind in ('factor', 'excused')),
        from_on date not null,
        -- The day after the last.
        to_on date not null check (from_on < to_on),
        factor text check ((kind = 'factor') = (factor is not null)),
        -- Everyone where both are empty.
        regions text[] not null,
        markets text[] not null,
        why text not null,
        -- How it was computed; null where a person set it.
        method text,
        state text not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'ENDED')),
        proposed_by text not null,
        proposed_at timestamptz not null,
        decided_by text check (decided_by <> proposed_by),
        decided_at timestamptz,
        ended_by text,
        ended_at timestamptz,
        check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
        check ((state = 'ENDED') = (ended_by is not null) and (ended_by is null) = (ended_at is null))
      );
      create index adjustment_of_program on metrics.adjustment (program, from_on, adjustment_id);`);
    this.addSql(sharedTable("metrics", "adjustment", ["select", "insert"]));
    this.addSql(
      "grant update (state, decided_by, decided_at, ended_by, ended_at) on metrics.adjustment to tiergraph_metrics;",
    );
  }
}
