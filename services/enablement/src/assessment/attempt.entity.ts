import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";
import type { Answer } from "./grade-attempt.js";

export const attemptTable = tablesOf("enablement")("attempt", {
  properties: {
    partnerId: column.uuid().primary(),
    attemptId: column.uuid().primary(),
    personId: column.uuid(),
    course: column.text(),
    revision: column.integer(),
    number: column.integer(),
    /** Names, in the order in which they are asked. */
    questions: column.array().columnType("text[]"),
    startedAt: column.datetime(),
    startedBy: column.text(),
    answers: column.json<readonly Answer[]>().nullable(),
    scorePercent: column.integer().nullable(),
    hasPassed: column.boolean().nullable(),
    finishedAt: column.datetime().nullable(),
  },
  uniques: [
    {
      name: "attempt_partner_id_person_id_course_number_key",
      properties: ["partnerId", "personId", "course", "number"],
    },
  ],
  checks: [
    { name: "attempt_check", expression: "((finished_at IS NULL) = (answers IS NULL))" },
    { name: "attempt_check1", expression: "((finished_at IS NULL) = (score_percent IS NULL))" },
    { name: "attempt_check2", expression: "((finished_at IS NULL) = (has_passed IS NULL))" },
    { name: "attempt_number_check", expression: "(number > 0)" },
    { name: "attempt_score_percent_check", expression: "((score_percent >= 0) AND (score_percent <= 100))" },
  ],
  references: [
    { columns: ["course", "revision"], to: "enablement.assessment(course, revision)" },
    { columns: ["partner_id", "person_id", "course"], to: "enablement.enrollment(partner_id, person_id, course)" },
  ],
});
export type AttemptRow = Row<typeof attemptTable>;
