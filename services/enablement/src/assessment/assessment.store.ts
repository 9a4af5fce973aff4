import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { type LearnerKey } from "../learner/index.js";
import { assessmentTable } from "./assessment.entity.js";
import type { Assessment } from "./assessment.js";
import { type AttemptRow, attemptTable } from "./attempt.entity.js";

const COLUMNS = select(assessmentTable, { without: ["publishedAt", "publishedBy"] });

/** The last revision of each course's assessment. */
export const findAssessments = (db: Queryable, courses: readonly string[]): Promise<Assessment[]> =>
  db.many(
    "assessment.find",
    rowOf(assessmentTable, { without: ["publishedAt", "publishedBy"] }),
    `select distinct on (course) ${COLUMNS} from enablement.assessment where course = any($1)
     order by course, revision desc`,
    [courses],
  );

export const addAssessment = (
  db: Queryable,
  { course, pools, passPercent, attempts, coolDownDays }: Omit<Assessment, "revision">,
  { publishedAt, publishedBy }: { publishedAt: Date; publishedBy: string },
): Promise<{ revision: number } | null> =>
  db.maybeOne(
    "assessment.add",
    z.object({ revision: z.int() }),
    `insert into enablement.assessment (course, revision, pools, pass_percent, attempts, cool_down_days, published_at,
       published_by)
     select $1, coalesce(max(revision), 0) + 1, $2::jsonb, $3, $4, $5, $6, $7 from enablement.assessment where course = $1
     returning revision`,
    [course, JSON.stringify(pools), passPercent, attempts, coolDownDays, publishedAt, publishedBy],
  );

const ATTEMPT_COLUMNS = select(attemptTable);

/** All attempts of a person at a course, in their order. */
export const listAttempts = (
  db: Queryable,
  { partnerId, personId }: LearnerKey,
  course: string,
): Promise<AttemptRow[]> =>
  db.many(
    "assessment.list-attempts",
    rowOf(attemptTable),
    `select ${ATTEMPT_COLUMNS} from enablement.attempt where partner_id = $1 and person_id = $2 and course = $3
     order by number`,
    [partnerId, personId, course],
  );

/** The attempts of people, latest first, at most `limit` a person. */
export const listAttemptsOfPeople = (
  db: Queryable,
  people: readonly LearnerKey[],
  limit: number,
): Promise<AttemptRow[]> =>
  db.many(
    "assessment.list-attempts-of-people",
    rowOf(attemptTable),
    `select attempt.* from unnest($1::uuid[], $2::uuid[]) as asked (partner_id, person_id)
     cross join lateral (
       select ${ATTEMPT_COLUMNS} from enablement.attempt
       where attempt.partner_id = asked.partner_id and attempt.person_id = asked.person_id
       order by started_at desc, attempt_id desc limit $3
     ) as attempt`,
    [people.map(({ partnerId }) => partnerId), people.map(({ personId }) => personId), limit],
  );

/** The revisions that attempts began with. */
export const findRevisions = (
  db: Queryable,
  revisions: readonly Pick<Assessment, "course" | "revision">[],
): Promise<Assessment[]> =>
  db.many(
    "assessment.find-revisions",
    rowOf(assessmentTable, { without: ["publishedAt", "publishedBy"] }),
    `select ${COLUMNS} from enablement.assessment
     where (course, revision) in (select * from unnest($1::text[], $2::integer[]))`,
    [revisions.map(({ course }) => course), revisions.map(({ revision }) => revision)],
  );

export const findAttempt = (
  db: Queryable,
  { partnerId, attemptId }: Pick<AttemptRow, "partnerId" | "attemptId">,
): Promise<AttemptRow[]> =>
  db.many(
    "assessment.find-attempt",
    rowOf(attemptTable),
    `select ${ATTEMPT_COLUMNS} from enablement.attempt where partner_id = $1 and attempt_id = $2`,
    [partnerId, attemptId],
  );

/** The first answers count: an attempt that is finished stays as it is. */
export const finishAttempt = (db: Queryable, row: AttemptRow): Promise<void> =>
  db.run(
    "assessment.finish-attempt",
    `update enablement.attempt set answers = $3::jsonb, score_percent = $4, has_passed = $5, finished_at = $6
     where partner_id = $1 and attempt_id = $2 and finished_at is null`,
    [row.partnerId, row.attemptId, JSON.stringify(row.answers), row.scorePercent, row.hasPassed, row.finishedAt],
  );
