import { Migration } from "@mikro-orm/migrations";
import { appendOnly, partnerTable } from "@tiergraph/kit/database/migration-sql";

/** Registrations follow deals that are taken back or corrected: their conflicts close, and conversions are taken back. */
export class Migration0007 extends Migration {
  override up(): void {
    this.addSql(`
      alter table benefits.registration_conflict drop constraint registration_conflict_state_check;
      alter table benefits.registration_conflict add constraint registration_conflict_state_check
        check (state in ('OPEN', 'DEAL_STANDS', 'REGISTRATION_STANDS', 'CLOSED'));
      -- Each batch of facts asks for the conflicts over its deals.
      create index registration_conflict_undecided on benefits.registration_conflict (deal_fact_id)
        where state in ('OPEN', 'CLOSED');`);

    this.addSql(`
      create table benefits.conversion_taken_back (
        partner_id uuid not null,
        registration_id uuid not null,
        entry_id uuid not null,
        -- The deal that had converted it.
        fact_id uuid not null,
        deal_external_id text,
        taken_back_at timestamptz not null,
        because text not null,
        primary key (partner_id, registration_id, entry_id),
        foreign key (partner_id, registration_id) references benefits.deal_registration (partner_id, registration_id)
      );`);
    this.addSql(partnerTable("benefits", "conversion_taken_back", ["select", "insert"]));
    this.addSql(appendOnly("benefits", "conversion_taken_back"));
  }
}
