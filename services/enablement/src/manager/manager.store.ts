import type { Queryable } from "@tiergraph/kit/database/database";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { listByIds } from "@tiergraph/kit/database/table-reads";
import { addAll, putAll, removeByKeys } from "@tiergraph/kit/database/table-writes";
import { z } from "zod";
import { NOT_OUTLASTED } from "../certification/index.js";
import { absenceTable } from "./absence.entity.js";
import { type AssignmentRow, assignmentTable } from "./assignment.entity.js";
import { assignmentChangeTable } from "./assignment-change.entity.js";
import type { Candidate } from "./choose-manager.js";
import { type Manager, managerTable } from "./manager.entity.js";

const MANAGER = select(managerTable);

/** All managers; held, so that one assignment after another counts their load. */
export const lockManagers = (db: Queryable): Promise<Manager[]> =>
  db.many(
    "manager.lock",
    rowOf(managerTable),
    `select ${MANAGER} from enablement.manager order by manager_id for no key update`,
    [],
  );

/** Managers with how many partners each has, and whether it is away on a day; in the order of their codes. */
export const listCandidates = (db: Queryable, day: string): Promise<Candidate[]> =>
  db.many(
    "manager.list-candidates",
    both(rowOf(managerTable), z.object({ load: z.int(), isAbsent: z.boolean() })),
    `select ${MANAGER},
       (select count(*)::integer from enablement.assignment where assignment.manager_id = manager.manager_id) as load,
       exists (select from enablement.absence
         where absence.manager_id = manager.manager_id and $1 between from_on and until_on) as "isAbsent"
     from enablement.manager order by code`,
    [day],
  );

export const findManagersByCode = listByIds("manager.find-by-code", managerTable, "code");

export const putManagers = putAll("manager.put", managerTable, { on: ["code"] });

export const putAbsences = putAll("manager.put-absence", absenceTable);

const absenceShape = both(rowOf(absenceTable), z.object({ standInName: z.string().nullable() }));

/** Absences that are not over on a day, earliest first. */
export const listAbsences = (
  db: Queryable,
  managerIds: readonly string[],
  day: string,
): Promise<RowIn<typeof absenceShape>[]> =>
  db.many(
    "manager.list-absences",
    absenceShape,
    `select ${select(absenceTable, { alias: "absence" })}, stand_in.name as "standInName"
     from enablement.absence left join enablement.manager as stand_in on stand_in.manager_id = stand_in_id
     where absence.manager_id = any($1) and until_on >= $2 order by absence.manager_id, from_on`,
    [managerIds, day],
  );

/** What is assigned to some partners, or to all for null. */
export const listAssignments = (db: Queryable, partnerIds: readonly string[] | null): Promise<AssignmentRow[]> =>
  db.many(
    "manager.list-assignments",
    rowOf(assignmentTable),
    `select ${select(assignmentTable)} from enablement.assignment
     where $1::uuid[] is null or partner_id = any($1) order by partner_id, role`,
    [partnerIds],
  );

export const putAssignments = putAll("manager.put-assignments", assignmentTable);

export const removeAssignments = removeByKeys("manager.remove-assignments", assignmentTable, ["partnerId", "role"]);

export const addAssignmentChanges = addAll("manager.add-changes", assignmentChangeTable);

const assignedRowShape = both(
  rowOf(assignmentTable, { without: ["managerId"] }),
  z.object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    awayUntil: z.string().nullable(),
    standInName: z.string().nullable(),
    standInEmail: z.string().nullable(),
  }),
);

/** The managers who look after partners today, and those who stand in for somebody who is away. */
type AssignedRow = RowIn<typeof assignedRowShape>;

export const listAssigned = (db: Queryable, partnerIds: readonly string[], day: string): Promise<AssignedRow[]> =>
  db.many(
    "manager.list-assigned",
    assignedRowShape,
    `select assignment.partner_id as "partnerId", assignment.role, since, manager.name, manager.email,
       absence.until_on as "awayUntil", stand_in.name as "standInName", stand_in.email as "standInEmail"
     from enablement.assignment
     left join enablement.manager using (manager_id)
     left join lateral (
       select until_on, stand_in_id from enablement.absence
       where absence.manager_id = assignment.manager_id and $2 between from_on and until_on
       order by from_on desc limit 1
     ) as absence on true
     left join enablement.manager as stand_in on stand_in.manager_id = absence.stand_in_id
     where assignment.partner_id = any($1) order by assignment.partner_id, assignment.role`,
    [partnerIds, day],
  );

const atRiskShape = z.object({
  managerId: z.string(),
  partnerId: z.string(),
  overdueSteps: z.int(),
  blockedSteps: z.int(),
  expiringCertifications: z.int(),
});

/** What of a manager's partners is late or runs out. */
export type AtRiskRow = RowIn<typeof atRiskShape>;

/** The partners of managers that have something at risk, those with most of it first, at most `limit` a manager. */
export const listAtRisk = (
  db: Queryable,
  managerIds: readonly string[],
  { today, by, limit }: { today: string; by: string; limit: number },
): Promise<AtRiskRow[]> =>
  db.many(
    "manager.list-at-risk",
    atRiskShape,
    `select asked.manager_id as "managerId", risk.* from unnest($1::uuid[]) as asked (manager_id)
     cross join lateral (
       select assignment.partner_id as "partnerId", steps.overdue as "overdueSteps", steps.blocked as "blockedSteps",
         expiring.people as "expiringCertifications"
       from enablement.assignment
       cross join lateral (
         select count(*) filter (where due_on < $2)::integer as overdue, count(blocked_because)::integer as blocked
         from enablement.onboarding_step
         where onboarding_step.partner_id = assignment.partner_id and done_on is null
       ) as steps
       cross join lateral (
         select count(*)::integer as people from enablement.certification as held
         where held.partner_id = assignment.partner_id and ended_because is distinct from 'MOVED'
           and least(expires_on, ended_on) > $2 and least(expires_on, ended_on) <= $3
           and ${NOT_OUTLASTED}
       ) as expiring
       where assignment.manager_id = asked.manager_id
         and steps.overdue + steps.blocked + expiring.people > 0
       order by steps.overdue + steps.blocked + expiring.people desc, assignment.partner_id limit $4
     ) as risk`,
    [managerIds, today, by, limit],
  );
