import type { Queryable } from "@tiergraph/kit/database/database";
import { keptRead } from "@tiergraph/kit/database/kept-reads";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { findBy, listBy, listByKeys, listOfEach } from "@tiergraph/kit/database/table-reads";
import { addNext } from "@tiergraph/kit/database/table-writes";
import { type Assessment, assessmentTable, assessmentTerms } from "./assessment.entity.js";
import { type AttemptRow, attemptTable } from "./attempt.entity.js";

const lastOfCourses = keptRead(
  "assessment.find",
  (db, ...courses: readonly string[]): Promise<Assessment[]> =>
    db.many(
      "assessment.find",
      rowOf(assessmentTerms),
      `select distinct on (course) ${select(assessmentTerms)} from enablement.assessment where course = any($1)
       order by course, revision desc`,
      [courses],
    ),
);

/** The last revision of each course's assessment. */
export const findAssessments = (db: Queryable, courses: readonly string[]): Promise<Assessment[]> =>
  lastOfCourses(db, ...[...courses].sort());

export const addAssessment = addNext("assessment.add", assessmentTable, { of: "course", number: "revision" });

/** All attempts of a person at a course, in their order. */
export const listAttempts = listBy("assessment.list-attempts", attemptTable, ["partnerId", "personId", "course"], {
  orderBy: ["number"],
});

/** The attempts of people, latest first. */
export const listAttemptsOfPeople = listOfEach(
  "assessment.list-attempts-of-people",
  attemptTable,
  ["partnerId", "personId"],
  { orderBy: ["startedAt desc", "attemptId desc"] },
);

/** The revisions that attempts began with. */
export const findRevisions = listByKeys("assessment.find-revisions", assessmentTerms, ["course", "revision"]);

export const findAttempt = findBy("assessment.find-attempt", attemptTable, ["partnerId", "attemptId"]);

/** The first answers count: an attempt that is finished stays as it is. */
export const finishAttempt = (db: Queryable, row: AttemptRow): Promise<void> =>
  db.run(
    "assessment.finish-attempt",
    `update enablement.attempt set answers = $3::jsonb, score_percent = $4, has_passed = $5, finished_at = $6
     where partner_id = $1 and attempt_id = $2 and finished_at is null`,
    [row.partnerId, row.attemptId, JSON.stringify(row.answers), row.scorePercent, row.hasPassed, row.finishedAt],
  );
