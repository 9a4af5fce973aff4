import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { readablePersonOf } from "../policy.js";
import { findAssessments, findRevisions, listAttemptsOfPeople } from "./assessment.store.js";
import { attemptOf } from "./assessment-node.js";
import { assessmentOf } from "./assessment-terms-node.js";
import { gradeAttempt } from "./grade-attempt.js";

const MAX_ATTEMPTS = 100;

/** How resolvers read what courses ask, and attempts: two statements, for however many people. */
export function assessmentReads({ reader, viewer }: ReadParts) {
  const readablePerson = readablePersonOf(viewer);
  const attempts = loaderOfMany(
    async (ids: readonly string[]) => {
      const rows = await listAttemptsOfPeople(reader, ids.flatMap(readablePerson), MAX_ATTEMPTS);
      const known = new Map((await findRevisions(reader, rows)).map((row) => [`${row.course} ${row.revision}`, row]));
      return rows.flatMap((row) => {
        const assessment = known.get(`${row.course} ${row.revision}`);
        if (assessment === undefined) return [];
        const grade = row.answers === null ? null : gradeAttempt(assessment, row.questions, row.answers);
        return [attemptOf(row, assessment, { grade, certification: null })];
      });
    },
    ({ row }) => encodeOwnedId("Person", { partnerId: row.partnerId, id: row.personId }),
    (id: string) => id,
  );
  const assessments = loaderOfOne(
    (courses: readonly string[]) => findAssessments(reader, courses),
    ({ course }) => course,
    (course: string) => course,
  );
  return {
    attempts: (id: string) => (readablePerson(id).length === 0 ? null : attempts.load(id)),
    assessment: async (course: string) => {
      const row = await assessments.load(course);
      return row === null ? null : assessmentOf(row);
    },
  };
}
export type AssessmentReads = ReturnType<typeof assessmentReads>;
