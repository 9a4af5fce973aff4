import { type EnrollmentRow, enroll, keyOf } from "../enrollment/index.js";
import {
  findSubject,
  type Refused,
  type Standing,
  type SubjectProblem,
  type TrainingSubject,
} from "../report/index.js";
export interface ProgressReport extends TrainingSubject {
  /** 0 to 100. */
  readonly percent: number;
}

type ProgressDecision =
  | { readonly kind: "Advanced"; readonly enrollment: EnrollmentRow }
  /** As far before, or farther: progress never falls back. */
  | { readonly kind: "Unchanged"; readonly enrollment: EnrollmentRow }
  | { readonly kind: "PercentInvalid" }
  | Refused<SubjectProblem>;

/**
 * How far a person is after a report. A person who makes progress is enrolled, from today where the person was not
 * enrolled before. Having seen all of a course does not complete it: completion is reported separately.
 */
export function advanceProgress(report: ProgressReport, standing: Standing): ProgressDecision {
  if (report.percent < 0 || report.percent > 100) return { kind: "PercentInvalid" };
  const subject = findSubject(report, standing);
  if (subject.kind === "Refused") return subject;
  const fresh = enroll(subject.learner, subject.course.name, standing.today);
  const known = standing.enrollments.find((row) => keyOf(row) === keyOf(fresh));
  if (known !== undefined && known.progressPercent >= report.percent) return { kind: "Unchanged", enrollment: known };
  return { kind: "Advanced", enrollment: { ...(known ?? fresh), progressPercent: report.percent } };
}
