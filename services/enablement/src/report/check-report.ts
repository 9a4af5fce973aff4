import type { Course } from "@tiergraph/program/document/enablement";
import { type CalendarDate, parseCalendarDate } from "@tiergraph/program/exact";
import type { CertificationRow } from "../certification/index.js";
import type { CourseVersion } from "../course/index.js";
import type { EnrollmentRow } from "../enrollment/index.js";
import type { LearnerKey } from "../learner/index.js";

export const MAX_REPORTS_PER_BATCH = 1_000;

/** The person and the course that a report is about. */
export interface TrainingSubject {
  /** Public id of the person. */
  readonly personId: string;
  /** Name of the course in the program. */
  readonly course: string;
}

/** What is reported of one person in one course for one day. */
interface DatedReport extends TrainingSubject {
  /** The reported day, and what the report calls it. */
  readonly day: { readonly field: string; readonly on: string };
}

/** How things stand before a batch of reports. */
export interface Standing {
  readonly today: CalendarDate;
  /** Of the program in force. */
  readonly courses: readonly Course[];
  /** By public id: those of the people named whom the viewer may report on. */
  readonly learners: ReadonlyMap<string, LearnerKey>;
  /** Of those people, in the courses named. */
  readonly enrollments: readonly EnrollmentRow[];
  /** The last one of each of them. */
  readonly certifications: readonly CertificationRow[];
  /** Of the courses named. */
  readonly versions: readonly CourseVersion[];
}

interface Problem<Code extends string> {
  readonly code: Code;
  readonly field: string;
  readonly message: string;
}
export type SubjectProblem = Problem<"PERSON_NOT_FOUND" | "COURSE_UNKNOWN">;
export type ReportProblem = SubjectProblem | Problem<"DAY_INVALID" | "DAY_IN_FUTURE">;

export interface Refused<Of extends ReportProblem> {
  readonly kind: "Refused";
  readonly problem: Of;
}

interface FoundSubject {
  readonly kind: "Found";
  readonly learner: LearnerKey;
  readonly course: Course;
}

/**
 * Finds the person and the course that a report is about. People whom the viewer may not report on are not found
 * either.
 */
export function findSubject(
  { personId, course: name }: TrainingSubject,
  { courses, learners }: Standing,
): FoundSubject | Refused<SubjectProblem> {
  const learner = learners.get(personId);
  if (learner === undefined)
    return refused({ code: "PERSON_NOT_FOUND", field: "personId", message: "There is no such person." });
  const course = courses.find((candidate) => candidate.name === name);
  if (course === undefined)
    return refused({ code: "COURSE_UNKNOWN", field: "course", message: `No course ${name.slice(0, 64)} is offered.` });
  return { kind: "Found", learner, course };
}

type CheckedReport =
  | (Omit<FoundSubject, "kind"> & { readonly kind: "Sound"; readonly on: CalendarDate })
  | Refused<ReportProblem>;

/** Checks one report by itself and returns its first problem. */
export function checkReport(report: DatedReport, standing: Standing): CheckedReport {
  const subject = findSubject(report, standing);
  if (subject.kind === "Refused") return subject;
  const { field } = report.day;
  const on = parseCalendarDate(report.day.on);
  if (on === null) return refused({ code: "DAY_INVALID", field, message: `${report.day.on} is before the year 1000.` });
  if (on > standing.today)
    return refused({ code: "DAY_IN_FUTURE", field, message: `${on} is after today, ${standing.today}.` });
  return { ...subject, kind: "Sound", on };
}

const refused = <Of extends ReportProblem>(problem: Of): Refused<Of> => ({ kind: "Refused", problem });
