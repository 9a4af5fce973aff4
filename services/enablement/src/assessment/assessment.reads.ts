import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { Loading } from "../loading.js";
import { findRevisions, listAttemptsOfPeople } from "./assessment.store.js";
import { attemptOf } from "./assessment-node.js";
import { gradeAttempt } from "./grade-attempt.js";

const MAX_ATTEMPTS = 100;

/** How resolvers read attempts: two statements, for however many people. */
export function assessmentLoaders({ reader, readablePerson }: Loading) {
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
    ({ row }) => encodeOwnedId({ partnerId: row.partnerId, id: row.personId }),
    (id: string) => id,
  );
  return { attempts: (id: string) => (readablePerson(id).length === 0 ? null : attempts.load(id)) };
}
