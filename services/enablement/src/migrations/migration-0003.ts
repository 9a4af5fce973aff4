import { Migration } from "@mikro-orm/migrations";
import { appendOnly, partnerTable, sharedTable } from "@tiergraph/kit/database/migration-sql";

/** Courses in versions, modules, assessments, and certifications that can end before their term. */
export class Migration0003 extends Migration {
  override up(): void {
    this.addSql(`
      create table enablement.course_version (
        course text not null,
        version integer not null check (version > 0),
        -- The first day on which it was taught.
        from_on date not null,
        -- Days from then on until which certifications of earlier versions hold; null for their own term.
        recertify_days integer check (recertify_days > 0),
        primary key (course, version)
      );`);
    this.addSql(sharedTable("enablement", "course_version", ["select", "insert"]));
    this.addSql(appendOnly("enablement", "course_version"));

    this.addSql(`
      alter table enablement.certification
        add column course_version integer not null default 1,
        -- The first day on which it counts for this partner; null for the day of issue. Later where its person came later.
        add column counts_from date check (counts_from >= issued_on),
        -- By which anybody can ask whether it holds: 20 hexadecimal digits that nobody guesses. Goes with its person.
        add column check_code text not null default left(replace(gen_random_uuid()::text, '-', ''), 20),
        add column ended_on date check (ended_on > issued_on),
        add column ended_because text check (ended_because in ('NEW_VERSION', 'MOVED')),
        add check ((ended_on is null) = (ended_because is null));
      -- One a completion. Who comes back to a partner holds there what it held before, however often it goes.
      alter table enablement.certification
        drop constraint certification_partner_id_person_id_course_issued_on_key;
      create unique index certification_once on enablement.certification
        (partner_id, person_id, course, issued_on) where counts_from is null;
      create index certification_by_check_code on enablement.certification (check_code);
      create index certification_by_course on enablement.certification (course, course_version);
      drop trigger append_only on enablement.certification;
      create function enablement.refuse_other_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or old.ended_on < new.ended_on or new.ended_on is null
          or (to_jsonb(old) - '{ended_on,ended_because}'::text[]) <> (to_jsonb(new) - '{ended_on,ended_because}'::text[]) then
          raise exception 'a certification is never changed: it can only end sooner' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger ends_only before update or delete on enablement.certification
        for each row execute function enablement.refuse_other_change();
      grant update (ended_on, ended_because) on enablement.certification to tiergraph_enablement;`);

    this.addSql(`
      alter table enablement.learner add column left_on date;
      grant update (left_on) on enablement.learner to tiergraph_enablement;`);

    this.addSql(`
      alter table enablement.partner
        -- Of partners from before this migration, nothing until they change.
        add column tracks text[] not null default '{}',
        add column region text,
        -- Null where its tier was heard of first; partners from before this migration were told of long ago.
        add column told_at timestamptz default '-infinity';
      alter table enablement.partner alter column told_at drop default;
      grant update (tracks, region, told_at) on enablement.partner to tiergraph_enablement;`);

    this.addSql(`
      create table enablement.module_progress (
        partner_id uuid not null,
        person_id uuid not null,
        course text not null,
        module text not null,
        completed_on date not null,
        primary key (partner_id, person_id, course, module),
        foreign key (partner_id, person_id, course) references enablement.enrollment (partner_id, person_id, course)
      );`);
    this.addSql(partnerTable("enablement", "module_progress", ["select", "insert"]));
    this.addSql("grant update (completed_on) on enablement.module_progress to tiergraph_enablement;");

    // Answers are read to grade, and by nothing else.
    this.addSql(`
      create table enablement.assessment (
        course text not null,
        revision integer not null check (revision > 0),
        pools jsonb not null,
        pass_percent integer not null check (pass_percent between 1 and 100),
        attempts integer not null check (attempts > 0),
        cool_down_days integer not null check (cool_down_days >= 0),
        published_at timestamptz not null,
        published_by text not null,
        primary key (course, revision)
      );`);
    this.addSql(sharedTable("enablement", "assessment", ["select", "insert"]));
    this.addSql(appendOnly("enablement", "assessment"));

    this.addSql(`
      create table enablement.attempt (
        partner_id uuid not null,
        attempt_id uuid not null,
        person_id uuid not null,
        course text not null,
        revision integer not null,
        -- From 1, for the person and course.
        number integer not null check (number > 0),
        questions text[] not null,
        started_at timestamptz not null,
        started_by text not null,
        answers jsonb,
        score_percent integer check (score_percent between 0 and 100),
        has_passed boolean,
        finished_at timestamptz,
        primary key (partner_id, attempt_id),
        unique (partner_id, person_id, course, number),
        foreign key (partner_id, person_id, course) references enablement.enrollment (partner_id, person_id, course),
        foreign key (course, revision) references enablement.assessment (course, revision),
        check ((finished_at is null) = (answers is null)),
        check ((finished_at is null) = (score_percent is null)),
        check ((finished_at is null) = (has_passed is null))
      );`);
    this.addSql(partnerTable("enablement", "attempt", ["select", "insert"]));
    this.addSql(
      "grant update (answers, score_percent, has_passed, finished_at) on enablement.attempt to tiergraph_enablement;",
    );
  }
}
