import { column, partOf, type Row, tablesOf } from "@tiergraph/kit/database/table";
import type { QuestionPool } from "./assessment.js";

/** What a person is asked to show that a course was understood. Answers never leave the service. */
export const assessmentTable = tablesOf("enablement")("assessment", {
  properties: {
    course: column.text().primary(),
    /** Rises with each publication; an attempt is graded by the one that it began with. */
    revision: column.integer().primary(),
    pools: column.json<readonly QuestionPool[]>(),
    /** 1 to 100: the least score that passes. */
    passPercent: column.integer(),
    /** How many attempts may fail in a row before the cool-down. */
    attempts: column.integer(),
    /** Days that pass after so many failures before the next attempt. */
    coolDownDays: column.integer(),
    publishedAt: column.datetime(),
    publishedBy: column.text(),
  },
  checks: [
    { name: "assessment_attempts_check", expression: "(attempts > 0)" },
    { name: "assessment_cool_down_days_check", expression: "(cool_down_days >= 0)" },
    { name: "assessment_pass_percent_check", expression: "((pass_percent >= 1) AND (pass_percent <= 100))" },
    { name: "assessment_revision_check", expression: "(revision > 0)" },
  ],
});
/** Who published it is for the vendor's records alone. */
export const assessmentTerms = partOf(assessmentTable, { without: ["publishedAt", "publishedBy"] });
export type Assessment = Row<typeof assessmentTerms>;
