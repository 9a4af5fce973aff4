import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { onboardingPlanTable, type PlanRow } from "./onboarding-plan.entity.js";
import { onboardingStepTable, type StepRow } from "./onboarding-step.entity.js";

const rowShape = z.object({
  partnerId: z.string(),
  planId: z.string(),
  template: z.string(),
  title: z.string(),
  why: z.string(),
  madeAt: z.enum(["JOINING", "PROMOTION"]),
  madeOn: z.string(),
  overdueSince: z.string(),
});

const PLAN = select(onboardingPlanTable);
const STEP = select(onboardingStepTable);

export const addPlans = (db: Queryable, plans: readonly PlanRow[]): Promise<void> =>
  db.run(
    "onboarding.add-plans",
    `insert into enablement.onboarding_plan (partner_id, plan_id, template, title, why, made_at, made_on)
     select * from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, "planId" uuid, template text, title text,
       why text, "madeAt" text, "madeOn" date)`,
    [JSON.stringify(plans)],
  );

export const addSteps = (db: Queryable, steps: readonly StepRow[]): Promise<void> =>
  db.run(
    "onboarding.add-steps",
    `insert into enablement.onboarding_step (partner_id, plan_id, step, position, title, description, owner, due_on, after,
       waits_for_kind, waits_for, needs_evidence)
     select "partnerId", "planId", step, position, title, description, owner, "dueOn",
       array(select jsonb_array_elements_text(after)), "waitsForKind", "waitsFor", "needsEvidence"
     from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, "planId" uuid, step text, position integer, title text,
       description text, owner text, "dueOn" date, after jsonb, "waitsForKind" text, "waitsFor" text,
       "needsEvidence" boolean)`,
    [JSON.stringify(steps)],
  );

/** The plans of partners, earliest first. */
export const listPlans = (db: Queryable, partnerIds: readonly string[]): Promise<PlanRow[]> =>
  db.many(
    "onboarding.list-plans",
    rowOf(onboardingPlanTable),
    `select ${PLAN} from enablement.onboarding_plan where partner_id = any($1) order by partner_id, made_on, plan_id`,
    [partnerIds],
  );

/** The steps of plans, in their order. */
export const listSteps = (db: Queryable, plans: readonly Pick<PlanRow, "partnerId" | "planId">[]): Promise<StepRow[]> =>
  db.many(
    "onboarding.list-steps",
    rowOf(onboardingStepTable),
    `select ${STEP} from enablement.onboarding_step
     where (partner_id, plan_id) in (select * from unnest($1::uuid[], $2::uuid[]))
     order by partner_id, plan_id, position`,
    [plans.map(({ partnerId }) => partnerId), plans.map(({ planId }) => planId)],
  );

/** Holds a plan's steps for the rest of the transaction. */
export const lockSteps = (
  db: Queryable,
  { partnerId, planId }: Pick<PlanRow, "partnerId" | "planId">,
): Promise<StepRow[]> =>
  db.many(
    "onboarding.lock-steps",
    rowOf(onboardingStepTable),
    `select ${STEP} from enablement.onboarding_step where partner_id = $1 and plan_id = $2
     order by position for no key update`,
    [partnerId, planId],
  );

export const putStep = (db: Queryable, row: StepRow): Promise<void> =>
  db.run(
    "onboarding.put-step",
    `update enablement.onboarding_step set done_on = $4, done_because = $5, done_by = $6, evidence = $7,
       blocked_because = $8, blocked_at = $9, blocked_by = $10
     where partner_id = $1 and plan_id = $2 and step = $3`,
    [
      row.partnerId,
      row.planId,
      row.step,
      row.doneOn,
      row.doneBecause,
      row.doneBy,
      row.evidence,
      row.blockedBecause,
      row.blockedAt,
      row.blockedBy,
    ],
  );

/** Something that steps wait for. */
export interface Reached {
  readonly partnerId: string;
  readonly kind: "course" | "fact" | "validation";
  readonly name: string;
  readonly on: string;
}

/** Completes open steps that wait for what was reached, blocked ones too; on the day that it was reached. */
export const completeSteps = (db: Queryable, reached: readonly Reached[]): Promise<void> =>
  db.run(
    "onboarding.complete-steps",
    `update enablement.onboarding_step set done_on = row."on", done_because = upper(row.kind), blocked_because = null,
       blocked_at = null, blocked_by = null
     from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, kind text, name text, "on" date)
     where partner_id = row."partnerId" and waits_for_kind = row.kind and waits_for = row.name and done_on is null`,
    [JSON.stringify(reached)],
  );

/** Completes steps of new plans that wait for what was reached before the plan was made: on the day that it is made. */
export const completeReachedBefore = (db: Queryable, planIds: readonly string[], on: string): Promise<void> =>
  db.run(
    "onboarding.complete-reached-before",
    `update enablement.onboarding_step as open set done_on = $2, done_because = upper(waits_for_kind)
     where plan_id = any($1) and done_on is null and (
       (waits_for_kind = 'fact' and exists (
         select from enablement.milestone where milestone.partner_id = open.partner_id and kind = open.waits_for))
       or (waits_for_kind = 'course' and exists (
         select from enablement.enrollment where enrollment.partner_id = open.partner_id
           and course = open.waits_for and completed_on is not null))
       or (waits_for_kind = 'validation' and exists (
         select from enablement.validation_run as run where run.partner_id = open.partner_id
           and validation = open.waits_for and not exists (
             select from enablement.validation_check as checked where checked.partner_id = run.partner_id
               and checked.run_id = run.run_id and has_passed is distinct from true))))`,
    [planIds, on],
  );

/** Keeps the first day of each kind of fact that a partner is waited for. */
export const putMilestones = (
  db: Queryable,
  milestones: readonly { partnerId: string; kind: string; on: string }[],
): Promise<void> =>
  db.run(
    "onboarding.put-milestones",
    `insert into enablement.milestone as known (partner_id, kind, first_on)
     select * from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, kind text, "on" date)
     on conflict (partner_id, kind) do update set first_on = excluded.first_on where known.first_on > excluded.first_on`,
    [JSON.stringify(milestones)],
  );

export interface StartRow {
  readonly partnerId: string;
  readonly joinedOn: string | null;
  readonly firstValueOn: string | null;
}

/** When partners joined, and when they first had a fact of the kind that is value. */
export const findStarts = (db: Queryable, partnerIds: readonly string[], kind: string | null): Promise<StartRow[]> =>
  db.many(
    "onboarding.find-starts",
    z.object({ partnerId: z.string(), joinedOn: z.string().nullable(), firstValueOn: z.string().nullable() }),
    `select partner.partner_id as "partnerId", joined_on as "joinedOn", first_on as "firstValueOn"
     from enablement.partner
     left join enablement.milestone on milestone.partner_id = partner.partner_id and milestone.kind = $2
     where partner.partner_id = any($1)`,
    [partnerIds, kind],
  );

/** Plans with a step that is overdue on a day, the longest overdue first; of some partners, or of all for null. */
export const listLatePlans = (
  db: Queryable,
  {
    today,
    partnerIds,
    after,
    limit,
  }: {
    today: string;
    partnerIds: readonly string[] | null;
    after: { dueOn: string; planId: string } | null;
    limit: number;
  },
): Promise<(PlanRow & { overdueSince: string })[]> =>
  db.many(
    "onboarding.list-late",
    rowShape,
    `select ${PLAN}, late.due_on as "overdueSince"
     from (
       select partner_id, plan_id, min(due_on) as due_on from enablement.onboarding_step
       where done_on is null and due_on < $1 and ($2::uuid[] is null or partner_id = any($2))
       group by partner_id, plan_id
     ) as late
     join enablement.onboarding_plan as plan using (partner_id, plan_id)
     where $3::date is null or (late.due_on, late.plan_id) > ($3::date, $4::uuid)
     order by late.due_on, late.plan_id limit $5`,
    [today, partnerIds, after?.dueOn ?? null, after?.planId ?? null, limit],
  );

export interface OverviewRow {
  readonly plans: number;
  readonly complete: number;
  readonly late: number;
  readonly blocked: number;
  readonly joined: number;
  readonly withFirstValue: number;
  /** Of the partners that have one; null where none has. */
  readonly medianDays: number | null;
}

/** How all partners get ready: of those that joined from a day on, with the plans that were made since. */
export const countOnboarding = (
  db: Queryable,
  { from, today, firstValue }: { from: string; today: string; firstValue: string | null },
): Promise<OverviewRow | null> =>
  db.maybeOne(
    "onboarding.count",
    z.object({
      plans: z.int(),
      complete: z.int(),
      late: z.int(),
      blocked: z.int(),
      joined: z.int(),
      withFirstValue: z.int(),
      medianDays: z.int().nullable(),
    }),
    `select planned.*, started.* from (
       select count(*)::integer as plans, count(*) filter (where open = 0)::integer as complete,
         count(*) filter (where late > 0)::integer as late, count(*) filter (where blocked > 0)::integer as blocked
       from enablement.onboarding_plan
       join lateral (
         select count(*) as open, count(*) filter (where due_on < $2) as late, count(blocked_because) as blocked
         from enablement.onboarding_step
         where onboarding_step.partner_id = onboarding_plan.partner_id
           and onboarding_step.plan_id = onboarding_plan.plan_id and done_on is null
       ) as steps on true
       where made_on >= $1
     ) as planned
     cross join (
       select count(*)::integer as joined, count(first_on)::integer as "withFirstValue",
         floor(percentile_cont(0.5) within group (order by greatest(first_on - joined_on, 0))
           filter (where first_on is not null))::integer as "medianDays"
       from enablement.partner
       left join enablement.milestone on milestone.partner_id = partner.partner_id and kind = $3
       where joined_on >= $1
     ) as started`,
    [from, today, firstValue],
  );
