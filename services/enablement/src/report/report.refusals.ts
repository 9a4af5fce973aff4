import { refusalTable } from "@tiergraph/kit/values/refusal-table";
import type { SubjectProblem, TrainingSubject } from "./check-report.js";

/** Of every mutation that is about one person in one course. */
export const SUBJECT_REFUSALS = {
  PersonUnknown: { code: "PERSON_NOT_FOUND", at: ["personId"], message: "There is no such person." },
  CourseUnknown: {
    at: ["course"],
    message: "No course {course} is offered.",
    values: ({ course }: { course: string }) => ({ course: course.slice(0, 64) }),
    meaning: "The program in force offers no such course, or no program is in force.",
  },
  NoProgram: { code: "COURSE_UNKNOWN", at: ["course"], message: "No program is in force." },
} as const;
const subjectRefusals = refusalTable("training-subject", SUBJECT_REFUSALS);

/** The refusal of a mutation whose one report names nobody, or no course. */
export const refusalOfSubject = ({ code }: SubjectProblem, { course }: TrainingSubject) =>
  code === "PERSON_NOT_FOUND" ? subjectRefusals.PersonUnknown() : subjectRefusals.CourseUnknown({ course });
