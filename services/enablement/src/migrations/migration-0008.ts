import { Migration } from "@mikro-orm/migrations";
import { partnerTable } from "@tiergraph/kit/database/migration-sql";

/** Sessions that partners have to be at, and calendars that others read by their address. */
export class Migration0008 extends Migration {
  override up(): void {
    this.addSql(`
      -- Whether each partner that is invited has to send somebody.
      alter table enablement.session add column is_required boolean not null default false;
      create table enablement.calendar (
        partner_id uuid primary key,
        -- SHA-256 of the secret part of its address, which nobody keeps.
        secret_hash text not null unique,
        made_at timestamptz not null,
        made_by text not null
      );
      create index session_place_of_partner on enablement.session_place (partner_id, state);`);
    this.addSql(partnerTable("enablement", "calendar", ["select", "insert", "update"]));
  }
}
