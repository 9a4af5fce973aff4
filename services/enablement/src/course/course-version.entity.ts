import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** A version of a course, and the first day on which it was taught. */
export const courseVersionTable = tablesOf("enablement")("course_version", {
  properties: {
    course: column.text().primary(),
    version: column.integer().primary(),
    fromOn: column.date(),
    /** Days from then on until which certifications of earlier versions hold; null for their own term. */
    recertifyDays: column.integer().nullable(),
  },
  checks: [
    { name: "course_version_recertify_days_check", expression: "(recertify_days > 0)" },
    { name: "course_version_version_check", expression: "(version > 0)" },
  ],
});
export type CourseVersion = Row<typeof courseVersionTable>;
