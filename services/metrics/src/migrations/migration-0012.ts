import { Migration } from "@mikro-orm/migrations";
import { partnerTable } from "@tiergraph/kit/database/migration-sql";

/** What clients that follow partners are notified of, for a day. */
export class Migration0012 extends Migration {
  override async up(): Promise<void> {
    this.addSql("select set_config('tiergraph.scope', '*', true);");
    this.addSql(`
      create table metrics.live_event (
        partner_id uuid not null,
        position bigint not null,
        type text not null,
        is_withheld boolean not null,
        recorded_at timestamptz not null,
        constraint live_event_pkey primary key (partner_id, position, type)
      );`);
    this.addSql(`
      create index live_event_position on metrics.live_event (position, partner_id, type);`);
    this.addSql(partnerTable("metrics", "live_event", ["select", "insert", "delete"]));
  }
}
