import { Migration } from "@mikro-orm/migrations";
import { partnerTable } from "@tiergraph/kit/database/migration-sql";

/**
 * Keys under which money of a fund was given by hand. Of those from before, nobody knows what else the request said: a key
 * of theirs is refused as used, and nothing is paid twice.
 */
export class Migration0010 extends Migration {
  override async up(): Promise<void> {
    this.addSql("select set_config('tiergraph.scope', '*', true);");
    this.addSql(`
      create table benefits.fund_allocation (
        partner_id uuid not null references benefits.standing (partner_id),
        idempotency_key text not null,
        request_hash text not null,
        allocated_at timestamptz not null,
        primary key (partner_id, idempotency_key)
      );`);
    this.addSql(`
      insert into benefits.fund_allocation (partner_id, idempotency_key, request_hash, allocated_at)
      select partner_id, substr(subject, length('allocation ') + 1), 'unknown', recorded_at
      from benefits.ledger_transaction where kind = 'FUND_ALLOCATED' and subject like 'allocation %'
      on conflict do nothing;`);
    this.addSql(partnerTable("benefits", "fund_allocation", ["select", "insert"]));
  }
}
