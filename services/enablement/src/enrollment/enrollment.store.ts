import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { type LearnerKey } from "../learner/index.js";
import { enrollmentTable } from "./enrollment.entity.js";

export interface EnrollmentKey extends LearnerKey {
  readonly course: string;
}

export interface EnrollmentRow extends EnrollmentKey {
  readonly enrolledOn: string;
  /** 0 to 100; all of it once completed. */
  readonly progressPercent: number;
  /** The last completion; null before the first. */
  readonly completedOn: string | null;
}

const COLUMNS = select(enrollmentTable);

export const findEnrollments = (db: Queryable, enrollments: readonly EnrollmentKey[]): Promise<EnrollmentRow[]> =>
  db.many(
    "enrollment.find",
    rowOf(enrollmentTable),
    `select ${COLUMNS} from enablement.enrollment
     where (partner_id, person_id, course) in (select * from unnest($1::uuid[], $2::uuid[], $3::text[]))`,
    [
      enrollments.map(({ partnerId }) => partnerId),
      enrollments.map(({ personId }) => personId),
      enrollments.map(({ course }) => course),
    ],
  );

/** Adds new enrolments and brings known ones up to date; each at most once in the list. */
export const putEnrollments = (db: Queryable, enrollments: readonly EnrollmentRow[]): Promise<void> =>
  db.run(
    "enrollment.put",
    `insert into enablement.enrollment (partner_id, person_id, course, enrolled_on, progress_percent, completed_on)
     select * from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, "personId" uuid, course text,
       "enrolledOn" date, "progressPercent" integer, "completedOn" date)
     on conflict (partner_id, person_id, course) do update set enrolled_on = excluded.enrolled_on,
       progress_percent = excluded.progress_percent, completed_on = excluded.completed_on`,
    [JSON.stringify(enrollments)],
  );

/** The enrolments of each person, latest first, up to `limit` a person. */
export const listEnrollmentsOfPeople = (
  db: Queryable,
  people: readonly LearnerKey[],
  limit: number,
): Promise<EnrollmentRow[]> =>
  db.many(
    "enrollment.list-of-people",
    rowOf(enrollmentTable),
    `select enrollment.* from unnest($1::uuid[], $2::uuid[]) as wanted (partner_id, person_id)
     cross join lateral (
       select ${COLUMNS} from enablement.enrollment
       where enrollment.partner_id = wanted.partner_id and enrollment.person_id = wanted.person_id
       order by enrolled_on desc, course limit $3
     ) as enrollment`,
    [people.map(({ partnerId }) => partnerId), people.map(({ personId }) => personId), limit],
  );

export interface CourseCount {
  readonly partnerId: string;
  readonly course: string;
  readonly enrolled: number;
  readonly completed: number;
  /** Mean of the enrolled, rounded down: 100 only once all are there. */
  readonly averagePercent: number;
}

/** How far the people of each partner are, course by course; courses with nobody in them are left out. */
export const countEnrollmentsByCourse = (db: Queryable, partnerIds: readonly string[]): Promise<CourseCount[]> =>
  db.many(
    "enrollment.count-by-course",
    z.object({
      partnerId: z.string(),
      course: z.string(),
      enrolled: z.int(),
      completed: z.int(),
      averagePercent: z.int(),
    }),
    `select partner_id as "partnerId", course, count(*)::integer as enrolled, count(completed_on)::integer as completed,
       (sum(progress_percent) / count(*))::integer as "averagePercent"
     from enablement.enrollment join enablement.learner using (partner_id, person_id)
     where partner_id = any($1) and left_on is null group by partner_id, course order by partner_id, course`,
    [partnerIds],
  );

/** What a person learned at one partner, it has learned at the next; what is known there already stays. Answers with what is new there. */
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
