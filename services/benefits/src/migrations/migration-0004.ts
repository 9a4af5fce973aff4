import { Migration } from "@mikro-orm/migrations";
import { partnerTable } from "@tiergraph/kit/database/migration-sql";

/** What partners use and claim of their benefits, and what they spend of the vendor's funds. */
export class Migration0004 extends Migration {
  override up(): void {
    this.addSql(`
      create table benefits.benefit_use (
        partner_id uuid not null references benefits.standing (partner_id),
        program text not null,
        benefit text not null,
        period_from text not null,
        used integer not null check (used >= 0),
        most integer,
        primary key (partner_id, program, benefit, period_from),
        constraint never_above check (most is null or used <= most)
      );`);
    this.addSql(partnerTable("benefits", "benefit_use", ["select", "insert", "update"]));

    this.addSql(`
      create table benefits.benefit_claim (
        partner_id uuid not null references benefits.standing (partner_id),
        claim_id uuid not null,
        program text not null,
        program_version text not null,
        benefit text not null,
        entitlement_id uuid not null,
        period_from text not null,
        quantity integer not null check (quantity > 0),
        state text not null check (state in ('REQUESTED', 'APPROVED', 'FULFILLED', 'REFUSED')),
        idempotency_key text not null,
        request_hash text not null,
        note text,
        requested_at timestamptz not null,
        requested_by text not null,
        decided_at timestamptz,
        decided_by text,
        reason text,
        due_on date,
        fulfilled_at timestamptz,
        fulfilled_by text,
        primary key (partner_id, claim_id),
        unique (partner_id, idempotency_key)
      );
      create index benefit_claim_by_state on benefits.benefit_claim (state, claim_id);`);
    this.addSql(partnerTable("benefits", "benefit_claim", ["select", "insert", "update"]));

    this.addSql(`
      create table benefits.fund_request (
        partner_id uuid not null references benefits.standing (partner_id),
        request_id uuid not null,
        program text not null,
        program_version text not null,
        fund text not null,
        period_from date not null,
        period_until date not null,
        currency text not null,
        activity text not null,
        amount_minor bigint not null check (amount_minor > 0),
        state text not null
          check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'CLAIMED', 'REIMBURSED', 'EXPIRED')),
        idempotency_key text not null,
        request_hash text not null,
        requested_at timestamptz not null,
        requested_by text not null,
        decided_at timestamptz,
        decided_by text,
        reason text,
        approved_minor bigint check (approved_minor > 0),
        claim_by date,
        spent_minor bigint check (spent_minor > 0),
        claimed_at timestamptz,
        reimbursed_minor bigint,
        external_reference text,
        settled_at timestamptz,
        primary key (partner_id, request_id),
        unique (partner_id, idempotency_key)
      );
      create index fund_request_by_state on benefits.fund_request (state, request_id);`);
    this.addSql(partnerTable("benefits", "fund_request", ["select", "insert", "update"]));

    this.addSql(`
      create table benefits.fund_proof (
        partner_id uuid not null,
        proof_id uuid not null,
        request_id uuid not null,
        file_name text not null,
        media_type text not null,
        size_bytes integer not null check (size_bytes > 0),
        sha256 text not null,
        stored_at timestamptz not null,
        stored_by text not null,
        primary key (partner_id, proof_id),
        foreign key (partner_id, request_id) references benefits.fund_request (partner_id, request_id)
      );
      create index fund_proof_of_request on benefits.fund_proof (partner_id, request_id);`);
    this.addSql(partnerTable("benefits", "fund_proof", ["select", "insert"]));
  }
}
