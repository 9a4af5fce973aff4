import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { MAX_REPORTS_PER_BATCH, SUBJECT_REFUSALS } from "../report/index.js";

/** Of the whole batch. */
export const enrollmentRefusals = refusalTable("enrollment", {
  TooMany: {
    at: ["enrollments"],
    message: "At most {maxReportsPerBatch} enrolments at a time.",
    values: { maxReportsPerBatch: MAX_REPORTS_PER_BATCH },
  },
  NoProgramInForce: {
    at: ["enrollments"],
    message: "No program is in force: publish one with its courses first.",
  },
});
export type EnrollmentRefusal = RefusalOf<typeof enrollmentRefusals>;

export const progressRefusals = refusalTable("progress", {
  PersonUnknown: SUBJECT_REFUSALS.PersonUnknown,
  CourseUnknown: SUBJECT_REFUSALS.CourseUnknown,
  PercentInvalid: { at: ["percent"], message: "Progress is 0 to 100 percent." },
  NoProgramInForce: {
    at: ["course"],
    message: "No program is in force: publish one with its courses first.",
  },
});
export type ProgressRefusal = RefusalOf<typeof progressRefusals>;
