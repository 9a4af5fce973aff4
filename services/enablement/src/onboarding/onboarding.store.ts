import { batchOf } from "@tiergraph/kit/database/batch";
import type { Queryable } from "@tiergraph/kit/database/database";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { listBy, listByIds, listByKeys } from "@tiergraph/kit/database/table-reads";
import { addAll, updateBy } from "@tiergraph/kit/database/table-writes";
import { by, listing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { type MilestoneRow, milestoneTable } from "./milestone.entity.js";
import { onboardingPlanTable } from "./onboarding-plan.entity.js";
import { onboardingStepTable } from "./onboarding-step.entity.js";

export const addPlans = addAll("onboarding.add-plans", onboardingPlanTable);

export const addSteps = addAll("onboarding.add-steps", onboardingStepTable);

/** The plans of partners, earliest first. */
export const listPlans = listByIds("onboarding.list-plans", onboardingPlanTable, "partnerId", {
  orderBy: ["partnerId", "madeOn", "planId"],
});

/** The steps of plans, in their order. */
export const listSteps = listByKeys("onboarding.list-steps", onboardingStepTable, ["partnerId", "planId"], {
  orderBy: ["partnerId", "planId", "position"],
});

/** Holds a plan's steps for the rest of the transaction. */
export const lockSteps = listBy("onboarding.lock-steps", onboardingStepTable, ["partnerId", "planId"], {
  orderBy: ["position"],
  lock: "no key",
});

export const putStep = updateBy("onboarding.put-step", onboardingStepTable, {
  by: ["partnerId", "planId", "step"],
  set: ["doneOn", "doneBecause", "doneBy", "evidence", "blockedBecause", "blockedAt", "blockedBy"],
});

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

const MILESTONES = batchOf(milestoneTable);

/** Keeps the first day of each kind of fact that a partner is waited for. */
export const putMilestones = (db: Queryable, milestones: readonly MilestoneRow[]): Promise<void> =>
  db.run(
    "onboarding.put-milestones",
    `insert into enablement.milestone as known (${MILESTONES.columns}) ${MILESTONES.rows()}
     on conflict (partner_id, kind) do update set ${MILESTONES.updates} where known.first_on > excluded.first_on`,
    MILESTONES.values(milestones),
  );

const startShape = z.object({
  partnerId: z.string(),
  joinedOn: z.string().nullable(),
  firstValueOn: z.string().nullable(),
});
export type StartRow = RowIn<typeof startShape>;

/** When partners joined, and when they first had a fact of the kind that is value. */
export const findStarts = (db: Queryable, partnerIds: readonly string[], kind: string | null): Promise<StartRow[]> =>
  db.many(
    "onboarding.find-starts",
    startShape,
    `select partner.partner_id as "partnerId", joined_on as "joinedOn", first_on as "firstValueOn"
     from enablement.partner
     left join enablement.milestone on milestone.partner_id = partner.partner_id and milestone.kind = $2
     where partner.partner_id = any($1)`,
    [partnerIds, kind],
  );

export const findPlans = listByKeys("onboarding.find-plans", onboardingPlanTable, ["partnerId", "planId"]);

const latePlanShape = both(rowOf(onboardingPlanTable), z.object({ overdueSince: z.string() }));
type LatePlanRow = RowIn<typeof latePlanShape>;

/** Plans with a step that is overdue on a day, the longest overdue first; of some partners, or of all for null. */
export const latePlanList = listing("onboarding.list-late", {
  shape: latePlanShape,
  select: `${select(onboardingPlanTable)}, late.due_on as "overdueSince"`,
  from: `(
      select partner_id, plan_id, min(due_on) as due_on from enablement.onboarding_step
      where done_on is null and due_on < $1 and ($2::uuid[] is null or partner_id = any($2))
      group by partner_id, plan_id
    ) as late
    join enablement.onboarding_plan as plan using (partner_id, plan_id)`,
  where: [],
  values: ({ today, partnerIds }: { today: string; partnerIds: readonly string[] | null }) => [today, partnerIds],
  orderBy: [
    {
      column: "late.due_on",
      type: "date",
      isDescending: false,
      valueIn: ({ overdueSince }: LatePlanRow) => overdueSince,
    },
    ...by(onboardingPlanTable, ["planId"], "late"),
  ],
});

const overviewShape = z.object({
  plans: z.int(),
  complete: z.int(),
  late: z.int(),
  blocked: z.int(),
  joined: z.int(),
  withFirstValue: z.int(),
  /** Of the partners that have one; null where none has. */
  medianDays: z.int().nullable(),
});

/** How all partners get ready: of those that joined from a day on, with the plans that were made since. */
export const countOnboarding = (
  db: Queryable,
  { from, today, firstValue }: { from: string; today: string; firstValue: string | null },
): Promise<RowIn<typeof overviewShape>> =>
  db.one(
    "onboarding.count",
    overviewShape,
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
