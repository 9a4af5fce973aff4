import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { CertificationNode } from "../certification/index.js";
import { personOf } from "../learner/index.js";
import type { Assessment as AssessmentRow } from "./assessment.entity.js";
import { questionsOf } from "./assessment.js";
import type { AttemptRow } from "./attempt.entity.js";
import type { Grade } from "./grade-attempt.js";

export const attemptOf = (
  row: AttemptRow,
  assessment: AssessmentRow,
  { grade, certification }: { grade: Grade | null; certification: CertificationNode | null },
) => {
  const known = new Map(questionsOf(assessment).map((question) => [question.name, question]));
  return {
    id: encodeOwnedId("Attempt", { partnerId: row.partnerId, id: row.attemptId }),
    person: personOf(row),
    number: row.number,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    questions:
      row.finishedAt === null
        ? row.questions.flatMap((name) => {
            const question = known.get(name);
            // Named one by one: which options are right stays here.
            return question === undefined
              ? []
              : { name, text: question.text, options: question.options.map((o) => ({ name: o.name, text: o.text })) };
          })
        : [],
    scorePercent: row.scorePercent,
    hasPassed: row.hasPassed,
    pools: grade === null ? [] : [...grade.pools],
    certification,
    row,
  };
};
