import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { listByKeys, listOfEach } from "@tiergraph/kit/database/table-reads";
import { putAll } from "@tiergraph/kit/database/table-writes";
import type { LearnerKey } from "../learner/index.js";
import { type EnrollmentRow, enrollmentTable } from "./enrollment.entity.js";

export type EnrollmentKey = Pick<EnrollmentRow, "partnerId" | "personId" | "course">;

const COLUMNS = select(enrollmentTable);

export const findEnrollments = listByKeys("enrollment.find", enrollmentTable, ["partnerId", "personId", "course"]);

/** Adds new enrolments and brings known ones up to date; each at most once in the list. */
export const putEnrollments = putAll("enrollment.put", enrollmentTable);

/** The enrolments of each person, latest first. */
export const listEnrollmentsOfPeople = listOfEach(
  "enrollment.list-of-people",
  enrollmentTable,
  ["partnerId", "personId"],
  { orderBy: ["enrolledOn desc", "course"] },
);

/**
 * What a person learned at one partner, it has learned at the next; what is known there already stays. Returns what is
 * new there.
 */
export const copyEnrollments = (db: Queryable, from: LearnerKey, to: LearnerKey): Promise<EnrollmentRow[]> =>
  db.many(
    "enrollment.copy",
    rowOf(enrollmentTable),
    `insert into enablement.enrollment (partner_id, person_id, course, enrolled_on, progress_percent, completed_on)
     select $3, $4, course, enrolled_on, progress_percent, completed_on from enablement.enrollment
     where partner_id = $1 and person_id = $2
     on conflict (partner_id, person_id, course) do nothing
     returning ${COLUMNS}`,
    [from.partnerId, from.personId, to.partnerId, to.personId],
  );

/** The same of the modules of courses. */
export const copyModules = (db: Queryable, from: LearnerKey, to: LearnerKey): Promise<void> =>
  db.run(
    "enrollment.copy-modules",
    `insert into enablement.module_progress (partner_id, person_id, course, module, completed_on)
     select $3, $4, course, module, completed_on from enablement.module_progress
     where partner_id = $1 and person_id = $2
     on conflict (partner_id, person_id, course, module) do nothing`,
    [from.partnerId, from.personId, to.partnerId, to.personId],
  );
