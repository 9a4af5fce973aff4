import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { asDay } from "@tiergraph/schema/messages";
import { SUBJECT_REFUSALS } from "../report/index.js";

export const assessmentRefusals = refusalTable("assessment", {
  /** By the path and the words of what is wrong first. */
  AssessmentInvalid: {
    at: ({ path }: { path: readonly string[]; because: string }) => path,
    message: "{because}",
    values: ({ because }: { path: readonly string[]; because: string }) => ({ because }),
    meaning: "Something of the assessment is out of bounds or not unique; `field` says where, the message what.",
  },
  CourseUnknown: SUBJECT_REFUSALS.CourseUnknown,
});
export type AssessmentRefusal = RefusalOf<typeof assessmentRefusals>;

export const attemptRefusals = refusalTable("attempt", {
  ...SUBJECT_REFUSALS,
  PersonHasLeft: {
    code: "PERSON_NOT_FOUND",
    at: ["id"],
    message: "The person who began it has left the partner.",
  },
  CourseNotOffered: {
    code: "COURSE_UNKNOWN",
    at: ["id"],
    message: "{because}",
    values: ({ because }: { because: string }) => ({ because }),
  },
  NoAssessment: {
    at: ["course"],
    message: "{title} has no assessment: its completion is recorded.",
    values: ({ title }: { title: string }) => ({ title }),
    meaning: "The course has no assessment: its completion is recorded.",
  },
  NotPrepared: {
    at: ["course"],
    message: "To be done before: {unmet}.",
    values: ({ unmet }: { unmet: readonly string[] }) => ({ unmet: unmet.join(", ") }),
    meaning: "Other courses have to be completed, or modules of this one seen, before.",
  },
  CoolingDown: {
    at: ["course"],
    message: "The next attempt can begin on {from}.",
    values: ({ from }: { from: string }) => ({ from: asDay(from) }),
    data: ({ from }: { from: string }) => ({ until: from }),
    meaning: "Too many attempts failed in a row; the message says from which day on the next one can begin.",
  },
  AttemptUnknown: { code: "ATTEMPT_NOT_FOUND", at: ["id"], message: "There is no such attempt." },
  AnswerInvalid: {
    at: ({ index }: { index: number }) => ["answers", String(index)],
    message: "It answers none of the questions.",
  },
});
export type AttemptRefusal = RefusalOf<typeof attemptRefusals>;
