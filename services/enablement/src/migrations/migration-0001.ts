import { Migration } from "@mikro-orm/migrations";
import { appendOnly, partnerTable, refuseChangeFunction, sharedTable } from "@tiergraph/kit/database/migration-sql";
import { handledEventTable } from "@tiergraph/kit/jobs/handled-event";

/** Who learns what, how far they are, and the certifications that come of it. */
export class Migration0001 extends Migration {
  override up(): void {
    this.addSql(refuseChangeFunction("enablement"));
    this.addSql(handledEventTable("enablement"));

    // Tier and role have no reader yet. They are kept from the first day on, since no event is told a second time.
    this.addSql(`
      create table enablement.partner (
        partner_id uuid primary key,
        -- Null before the first placement.
        tier text,
        tier_sequence integer,
        check ((tier is null) = (tier_sequence is null))
      );`);
    this.addSql(partnerTable("enablement", "partner", ["select", "insert"]));
    this.addSql("grant update (tier, tier_sequence) on enablement.partner to tiergraph_enablement;");

    // Without a reference to its partner: the news of people may overtake those of their partner.
    this.addSql(`
      create table enablement.learner (
        partner_id uuid not null,
        person_id uuid not null,
        role text,
        changed_at timestamptz not null,
        primary key (partner_id, person_id)
      );`);
    this.addSql(partnerTable("enablement", "learner", ["select", "insert"]));
    this.addSql("grant update (role, changed_at) on enablement.learner to tiergraph_enablement;");

    this.addSql(`
      create table enablement.program_version (
        sequence integer primary key,
        program text not null,
        version text not null,
        source text not null,
        unique (program, version)
      );`);
    this.addSql(sharedTable("enablement", "program_version", ["select", "insert"]));
    this.addSql(appendOnly("enablement", "program_version"));

    this.addSql(`
      create table enablement.enrollment (
        partner_id uuid not null,
        person_id uuid not null,
        course text not null,
        enrolled_on date not null,
        progress_percent integer not null check (progress_percent between 0 and 100),
        -- The last completion; null before the first.
        completed_on date check (completed_on >= enrolled_on),
        primary key (partner_id, person_id, course),
        foreign key (partner_id, person_id) references enablement.learner (partner_id, person_id),
        check (completed_on is null or progress_percent = 100)
      );`);
    this.addSql(partnerTable("enablement", "enrollment", ["select", "insert"]));
    this.addSql(
      "grant update (enrolled_on, progress_percent, completed_on) on enablement.enrollment to tiergraph_enablement;",
    );

    this.addSql(`
      create table enablement.certification (
        partner_id uuid not null,
        certification_id uuid not null,
        person_id uuid not null,
        course text not null,
        level text not null,
        role text,
        issued_on date not null,
        -- The first day on which it no longer holds; null where it holds for good.
        expires_on date check (expires_on > issued_on),
        recorded_at timestamptz not null,
        recorded_by text not null,
        primary key (partner_id, certification_id),
        unique (partner_id, person_id, course, issued_on),
        foreign key (partner_id, person_id, course)
          references enablement.enrollment (partner_id, person_id, course)
      );
      create index on enablement.certification (partner_id, issued_on, certification_id);`);
    this.addSql(partnerTable("enablement", "certification", ["select", "insert"]));
    this.addSql(appendOnly("enablement", "certification"));
  }
}
