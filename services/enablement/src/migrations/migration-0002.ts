import { Migration } from "@mikro-orm/migrations";
import { partnerTable, sharedTable } from "@tiergraph/kit/database/migration-sql";

/** Live sessions, who has a seat in them, and who waits for one. */
export class Migration0002 extends Migration {
  override up(): void {
    // The row of a session is the lock under which its seats are given and its line moves up.
    this.addSql(`
      create table enablement.session (
        session_id uuid primary key,
        kind text not null check (kind in ('BOOT_CAMP', 'LAB', 'TECHNICAL_SESSION', 'SECURITY_REVIEW')),
        title text not null,
        description text,
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        location text,
        recording_url text,
        tiers text[] not null,
        seats integer not null check (seats > 0),
        taken integer not null default 0 check (taken >= 0),
        waiting integer not null default 0 check (waiting >= 0),
        arrivals integer not null default 0,
        cancelled_because text,
        created_at timestamptz not null,
        created_by text not null,
        constraint never_overbooked check (taken <= seats)
      );
      create index session_by_start on enablement.session (starts_at, session_id);`);
    this.addSql(sharedTable("enablement", "session", ["select", "insert", "update"]));

    this.addSql(`
      create table enablement.session_place (
        partner_id uuid not null,
        session_id uuid not null references enablement.session (session_id),
        person_id uuid not null,
        -- In order of arrival: who cancels and comes again is the last.
        place integer not null,
        state text not null check (state in ('SEATED', 'WAITING', 'CANCELLED')),
        asked_at timestamptz not null,
        asked_by text not null,
        seated_at timestamptz,
        -- When the person was told that it has moved up, or that there is no session: once a place.
        moved_up_at timestamptz,
        has_attended boolean,
        primary key (partner_id, session_id, person_id),
        foreign key (partner_id, person_id) references enablement.learner (partner_id, person_id)
      );
      create unique index session_place_in_order on enablement.session_place (session_id, place);`);
    this.addSql(partnerTable("enablement", "session_place", ["select", "insert", "update"]));
  }
}
