import { type EnrollmentRow, enroll, keyOf } from "../enrollment/index.js";
import { checkReport, type Refused, type ReportProblem, type Standing, type TrainingSubject } from "../report/index.js";
export interface EnrollmentReport extends TrainingSubject {
  /** Today where left out. */
  readonly enrolledOn?: string | null;
}

export type EnrollmentOutcome =
  | { readonly kind: "Recorded"; readonly enrollment: EnrollmentRow }
  /** Enrolled before, on any day. */
  | { readonly kind: "Unchanged"; readonly enrollment: EnrollmentRow }
  | Refused<ReportProblem>;

interface SettledEnrollments {
  /** One a report, in the order of the batch. */
  readonly outcomes: readonly EnrollmentOutcome[];
  readonly added: readonly EnrollmentRow[];
}

/** Settles a batch of enrolments; a person who is in it twice is enrolled by the first. */
export function settleEnrollments(reports: readonly EnrollmentReport[], standing: Standing): SettledEnrollments {
  const current = new Map(standing.enrollments.map((row) => [keyOf(row), row]));
  const added: EnrollmentRow[] = [];
  const outcomes = reports.map(({ personId, course, enrolledOn }): EnrollmentOutcome => {
    const on = enrolledOn ?? standing.today;
    const checked = checkReport({ personId, course, day: { field: "enrolledOn", on } }, standing);
    if (checked.kind === "Refused") return checked;
    const fresh = enroll(checked.learner, checked.course.name, checked.on);
    const known = current.get(keyOf(fresh));
    if (known !== undefined) return { kind: "Unchanged", enrollment: known };
    current.set(keyOf(fresh), fresh);
    added.push(fresh);
    return { kind: "Recorded", enrollment: fresh };
  });
  return { outcomes, added };
}
