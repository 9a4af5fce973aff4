import { Migration } from "@mikro-orm/migrations";
import { partnerTable } from "@tiergraph/kit/database/migration-sql";

/** Deals that partners register, and the customers that are protected for one of them. */
export class Migration0003 extends Migration {
  override up(): void {
    this.addSql(`
      create table benefits.deal_registration (
        partner_id uuid not null references benefits.standing (partner_id),
        registration_id uuid not null,
        program text not null,
        program_version text not null,
        customer text not null,
        domain text,
        product_line text not null,
        amount_minor bigint check (amount_minor > 0),
        currency text,
        expected_on date,
        note text,
        state text not null
          check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'CONVERTED', 'LAPSED', 'WITHDRAWN')),
        idempotency_key text not null,
        request_hash text not null,
        requested_at timestamptz not null,
        requested_by text not null,
        decided_at timestamptz,
        decided_by text,
        reason text,
        protected_until date,
        extensions smallint not null default 0,
        converted_fact_id uuid,
        primary key (partner_id, registration_id),
        unique (partner_id, idempotency_key)
      );
      create index deal_registration_by_state on benefits.deal_registration (state, registration_id);`);
    this.addSql(partnerTable("benefits", "deal_registration", ["select", "insert", "update"]));

    this.addSql("create extension if not exists btree_gist;");
    // A customer is known by its name and by its domain: each is a key of its own, protected for one registration at most.
    this.addSql(`
      create table benefits.protection (
        partner_id uuid not null,
        registration_id uuid not null,
        customer_key text not null,
        product_line text not null,
        days daterange not null,
        primary key (partner_id, registration_id, customer_key),
        foreign key (partner_id, registration_id) references benefits.deal_registration (partner_id, registration_id),
        constraint one_protection exclude using gist (customer_key with =, product_line with =, days with &&)
      );`);
    this.addSql(partnerTable("benefits", "protection", ["select", "insert", "update"]));
  }
}
