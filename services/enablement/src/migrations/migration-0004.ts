import { Migration } from "@mikro-orm/migrations";
import { partnerTable } from "@tiergraph/kit/database/migration-sql";

/** How partners get ready: plans with their steps, and the first fact of each kind that they wait for. */
export class Migration0004 extends Migration {
  override up(): void {
    this.addSql(`
      alter table enablement.partner
        -- The first day in a tier; null before, and of partners who were placed before this migration.
        add column joined_on date;
      grant update (joined_on) on enablement.partner to tiergraph_enablement;

      create table enablement.milestone (
        partner_id uuid not null,
        kind text not null,
        first_on date not null,
        primary key (partner_id, kind)
      );`);
    this.addSql(partnerTable("enablement", "milestone", ["select", "insert", "update"]));

    // What a plan asks is written down when it is made: a later version of the program moves nobody's dates.
    this.addSql(`
      create table enablement.onboarding_plan (
        partner_id uuid not null,
        plan_id uuid not null,
        template text not null,
        title text not null,
        why text not null,
        made_at text not null check (made_at in ('JOINING', 'PROMOTION')),
        made_on date not null,
        primary key (partner_id, plan_id),
        unique (partner_id, template)
      );
      create table enablement.onboarding_step (
        partner_id uuid not null,
        plan_id uuid not null,
        step text not null,
        position integer not null,
        title text not null,
        description text,
        owner text not null check (owner in ('PARTNER', 'VENDOR')),
        due_on date not null,
        after text[] not null,
        waits_for_kind text check (waits_for_kind in ('course', 'fact', 'validation')),
        waits_for text,
        needs_evidence boolean not null,
        done_on date,
        done_because text check (done_because in ('COURSE', 'FACT', 'VALIDATION', 'HAND')),
        done_by text,
        evidence text,
        blocked_because text,
        blocked_at timestamptz,
        blocked_by text,
        primary key (partner_id, plan_id, step),
        foreign key (partner_id, plan_id) references enablement.onboarding_plan (partner_id, plan_id),
        check ((waits_for_kind is null) = (waits_for is null)),
        check ((done_on is null) = (done_because is null)),
        check ((blocked_because is null) = (blocked_at is null)),
        check (done_on is null or blocked_because is null)
      );
      create index onboarding_step_open on enablement.onboarding_step (partner_id, waits_for_kind, waits_for)
        where done_on is null;
      create index onboarding_step_due on enablement.onboarding_step (due_on, partner_id, plan_id) where done_on is null;`);
    this.addSql(partnerTable("enablement", "onboarding_plan", ["select", "insert"]));
    this.addSql(partnerTable("enablement", "onboarding_step", ["select", "insert"]));
    this.addSql(`grant update (done_on, done_because, done_by, evidence, blocked_because, blocked_at, blocked_by)
      on enablement.onboarding_step to tiergraph_enablement;`);
  }
}
