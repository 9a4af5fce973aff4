import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import type { AssignedRole } from "@tiergraph/program/document/benefits";
import { z } from "zod";
import { NOT_OUTLASTED } from "../certification/index.js";
import { assignmentTable } from "./assignment.entity.js";
import type { Candidate, Manager } from "./choose-manager.js";
import { managerTable } from "./manager.entity.js";

const candidateShape = z.object({
  load: z.int(),
  isAbsent: z.boolean(),
  managerId: z.string(),
  code: z.string(),
  role: z.enum(["success-manager", "technical-account-manager"]),
  name: z.string(),
  email: z.string().nullable(),
  tiers: z.array(z.string()),
  regions: z.array(z.string()),
  capacity: z.int(),
  isActive: z.boolean(),
});

const assignedRowShape = z.object({
  partnerId: z.string(),
  role: z.enum(["success-manager", "technical-account-manager"]),
  since: z.date(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  awayUntil: z.string().nullable(),
  standInName: z.string().nullable(),
  standInEmail: z.string().nullable(),
});

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
    candidateShape,
    `select ${MANAGER},
       (select count(*)::integer from enablement.assignment where assignment.manager_id = manager.manager_id) as load,
       exists (select from enablement.absence
         where absence.manager_id = manager.manager_id and $1 between from_on and until_on) as "isAbsent"
     from enablement.manager order by code`,
    [day],
  );

export const findManagersByCode = (db: Queryable, codes: readonly string[]): Promise<Manager[]> =>
  db.many(
    "manager.find-by-code",
    rowOf(managerTable),
    `select ${MANAGER} from enablement.manager where code = any($1)`,
    [codes],
  );

export const putManager = (db: Queryable, row: Manager): Promise<void> =>
  db.run(
    "manager.put",
    `insert into enablement.manager (manager_id, code, role, name, email, tiers, regions, capacity, is_active)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (code) do update set role = excluded.role, name = excluded.name, email = excluded.email,
       tiers = excluded.tiers, regions = excluded.regions, capacity = excluded.capacity, is_active = excluded.is_active`,
    [row.managerId, row.code, row.role, row.name, row.email, row.tiers, row.regions, row.capacity, row.isActive],
  );

export interface AbsenceRow {
  readonly managerId: string;
  readonly fromOn: string;
  /** The last day. */
  readonly untilOn: string;
  readonly standInId: string | null;
}

export const putAbsence = (db: Queryable, row: AbsenceRow): Promise<void> =>
  db.run(
    "manager.put-absence",
    `insert into enablement.absence (manager_id, from_on, until_on, stand_in_id) values ($1, $2, $3, $4)
     on conflict (manager_id, from_on) do update set until_on = excluded.until_on, stand_in_id = excluded.stand_in_id`,
    [row.managerId, row.fromOn, row.untilOn, row.standInId],
  );

/** Absences that are not over on a day, earliest first. */
export const listAbsences = (
  db: Queryable,
  managerIds: readonly string[],
  day: string,
): Promise<(AbsenceRow & { standInName: string | null })[]> =>
  db.many(
    "manager.list-absences",
    z.object({
      managerId: z.string(),
      fromOn: z.string(),
      untilOn: z.string(),
      standInId: z.string().nullable(),
      standInName: z.string().nullable(),
    }),
    `select absence.manager_id as "managerId", from_on as "fromOn", until_on as "untilOn", stand_in_id as "standInId",
       stand_in.name as "standInName"
     from enablement.absence left join enablement.manager as stand_in on stand_in.manager_id = stand_in_id
     where absence.manager_id = any($1) and until_on >= $2 order by absence.manager_id, from_on`,
    [managerIds, day],
  );

export interface AssignmentRow {
  readonly partnerId: string;
  readonly role: AssignedRole;
  /** Null where nobody has room. */
  readonly managerId: string | null;
  readonly since: Date;
}

/** What is assigned to some partners, or to all for null. */
export const listAssignments = (db: Queryable, partnerIds: readonly string[] | null): Promise<AssignmentRow[]> =>
  db.many(
    "manager.list-assignments",
    rowOf(assignmentTable),
    `select partner_id as "partnerId", role, manager_id as "managerId", since from enablement.assignment
     where $1::uuid[] is null or partner_id = any($1) order by partner_id, role`,
    [partnerIds],
  );

export const putAssignments = (db: Queryable, rows: readonly AssignmentRow[]): Promise<void> =>
  db.run(
    "manager.put-assignments",
    `insert into enablement.assignment (partner_id, role, manager_id, since)
     select * from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, role text, "managerId" uuid, since timestamptz)
     on conflict (partner_id, role) do update set manager_id = excluded.manager_id, since = excluded.since`,
    [JSON.stringify(rows)],
  );

export const removeAssignments = (
  db: Queryable,
  rows: readonly Pick<AssignmentRow, "partnerId" | "role">[],
): Promise<void> =>
  db.run(
    "manager.remove-assignments",
    `delete from enablement.assignment
     where (partner_id, role) in (select * from unnest($1::uuid[], $2::text[]))`,
    [rows.map(({ partnerId }) => partnerId), rows.map(({ role }) => role)],
  );

export interface AssignmentChange {
  readonly partnerId: string;
  readonly changeId: string;
  readonly role: AssignedRole;
  readonly managerId: string | null;
  readonly because: string;
}

export const addAssignmentChanges = (
  db: Queryable,
  changes: readonly AssignmentChange[],
  { at, by }: { at: Date; by: string },
): Promise<void> =>
  db.run(
    "manager.add-changes",
    `insert into enablement.assignment_change (partner_id, change_id, role, manager_id, because, changed_at, changed_by)
     select "partnerId", "changeId", role, "managerId", because, $2, $3
     from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, "changeId" uuid, role text, "managerId" uuid, because text)`,
    [JSON.stringify(changes), at, by],
  );

/** Who looks after partners today, and who stands in where somebody is away. */
export type AssignedRow = Readonly<z.infer<typeof assignedRowShape>>;

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

/** What of a manager's partners is late or runs out. */
export interface AtRiskRow {
  readonly managerId: string;
  readonly partnerId: string;
  readonly overdueSteps: number;
  readonly blockedSteps: number;
  readonly expiringCertifications: number;
}

/** The partners of managers that have something at risk, those with most of it first, at most `limit` a manager. */
export const listAtRisk = (
  db: Queryable,
  managerIds: readonly string[],
  { today, by, limit }: { today: string; by: string; limit: number },
): Promise<AtRiskRow[]> =>
  db.many(
    "manager.list-at-risk",
    z.object({
      managerId: z.string(),
      partnerId: z.string(),
      overdueSteps: z.int(),
      blockedSteps: z.int(),
      expiringCertifications: z.int(),
    }),
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
