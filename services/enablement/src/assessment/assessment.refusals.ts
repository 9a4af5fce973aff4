import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { SUBJECT_REFUSALS } from "../report/index.js";

export const assessmentRefusals = refusalTable({
  /** By the path and the words of what is wrong first. */
  AssessmentInvalid: {
    at: ({ path }: { path: readonly string[]; because: string }) => path,
    message: ({ because }: { path: readonly string[]; because: string }) => because,
  },
  CourseUnknown: SUBJECT_REFUSALS.CourseUnknown,
});
export type AssessmentRefusal = RefusalOf<typeof assessmentRefusals>;

export const attemptRefusals = refusalTable({
  ...SUBJECT_REFUSALS,
  PersonHasLeft: {
    code: "PERSON_NOT_FOUND",
    at: ["attemptId"],
    message: "The person who began it has left the partner.",
  },
  CourseNotOffered: {
    code: "COURSE_UNKNOWN",
    at: ["attemptId"],
    message: ({ because }: { because: string }) => because,
  },
  NoAssessment: {
    at: ["course"],
    message: ({ title }: { title: string }) => `${title} has no assessment: its completion is recorded.`,
  },
  NotPrepared: {
    at: ["course"],
    message: ({ unmet }: { unmet: readonly string[] }) => `To be done before: ${unmet.join(", ")}.`,
  },
  CoolingDown: {
    at: ["course"],
    message: ({ from }: { from: string }) => `The next attempt can begin on ${from}.`,
  },
  AttemptUnknown: { code: "ATTEMPT_NOT_FOUND", at: ["attemptId"], message: "There is no such attempt." },
  AnswerInvalid: {
    at: ({ index }: { index: number }) => ["answers", String(index)],
    message: "It answers none of the questions.",
  },
});
export type AttemptRefusal = RefusalOf<typeof attemptRefusals>;
