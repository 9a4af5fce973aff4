import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const enrollmentTable = tablesOf("enablement")("enrollment", {
  properties: {
    partnerId: column.uuid().primary(),
    personId: column.uuid().primary(),
    course: column.text().primary(),
    enrolledOn: column.date(),
    /** 0 to 100; all of it once completed. */
    progressPercent: column.integer(),
    /** The last completion; null before the first. */
    completedOn: column.date().nullable(),
  },
  checks: [
    { name: "enrollment_check", expression: "(completed_on >= enrolled_on)" },
    { name: "enrollment_check1", expression: "((completed_on IS NULL) OR (progress_percent = 100))" },
    {
      name: "enrollment_progress_percent_check",
      expression: "((progress_percent >= 0) AND (progress_percent <= 100))",
    },
  ],
  references: [{ columns: ["partner_id", "person_id"], to: "enablement.learner(partner_id, person_id)" }],
});
export type EnrollmentRow = Row<typeof enrollmentTable>;
