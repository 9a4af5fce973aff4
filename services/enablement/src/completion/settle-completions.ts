import { type CertificationRow, certify, type Mint } from "../certification/index.js";
import { type EnrollmentRow, enroll, keyOf } from "../enrollment/index.js";
import { checkReport, type Refused, type ReportProblem, type Standing, type TrainingSubject } from "../report/index.js";
export interface CompletionReport extends TrainingSubject {
  readonly completedOn: string;
}

export type CompletionOutcome =
  | {
      readonly kind: "Recorded";
      readonly enrollment: EnrollmentRow;
      /** Null where the course certifies nobody. */
      readonly certification: CertificationRow | null;
    }
  /** Completed on that day or later before. */
  | { readonly kind: "Unchanged"; readonly enrollment: EnrollmentRow }
  | Refused<ReportProblem>;

export interface SettledCompletions {
  /** One a report, in the order of the batch. */
  readonly outcomes: readonly CompletionOutcome[];
  /** As the batch leaves them, each once. */
  readonly changed: readonly EnrollmentRow[];
  readonly certifications: readonly CertificationRow[];
}

/**
 * Settles a batch of completions, earliest day first, so that the order of an export decides nothing. A completion is
 * news when it is later than the last one known; news of a course that certifies give the person a certification.
 */
export function settleCompletions(
  reports: readonly CompletionReport[],
  standing: Standing,
  mint: Mint,
): SettledCompletions {
  const current = new Map(standing.enrollments.map((row) => [keyOf(row), row]));
  const certified = new Map(standing.certifications.map((row) => [keyOf(row), row]));
  const changed = new Map<string, EnrollmentRow>();
  const settle = ({ personId, course, completedOn }: CompletionReport): CompletionOutcome => {
    const checked = checkReport({ personId, course, day: { field: "completedOn", on: completedOn } }, standing);
    if (checked.kind === "Refused") return checked;
    const fresh = enroll(checked.learner, checked.course.name, checked.on);
    const key = keyOf(fresh);
    const known = current.get(key) ?? fresh;
    if (known.completedOn !== null && known.completedOn >= checked.on) return { kind: "Unchanged", enrollment: known };
    const enrollment = complete(known, checked.on);
    current.set(key, enrollment);
    changed.set(key, enrollment);
    const versions = standing.versions.filter((version) => version.course === checked.course.name);
    const certification = certify(
      { learner: checked.learner, course: checked.course, completedOn: checked.on },
      { versions, before: certified.get(key) ?? null },
      mint,
    );
    if (certification !== null) certified.set(key, certification);
    return { kind: "Recorded", enrollment, certification };
  };
  const outcomes = inOrderOfDays(reports)
    .map(({ report, index }) => ({ outcome: settle(report), index }))
    .sort((left, right) => left.index - right.index)
    .map(({ outcome }) => outcome);
  const certifications = outcomes.flatMap((outcome) =>
    outcome.kind === "Recorded" ? (outcome.certification ?? []) : [],
  );
  return { outcomes, changed: [...changed.values()], certifications };
}

/** Nobody completes a course before enrolling: where the enrolment is dated later, it moves to the completion's day. */
const complete = (enrollment: EnrollmentRow, completedOn: string): EnrollmentRow => ({
  ...enrollment,
  enrolledOn: enrollment.enrolledOn < completedOn ? enrollment.enrolledOn : completedOn,
  progressPercent: 100,
  completedOn,
});

const inOrderOfDays = (reports: readonly CompletionReport[]): { report: CompletionReport; index: number }[] =>
  reports
    .map((report, index) => ({ report, index }))
    .sort((left, right) => compareText(left.report.completedOn, right.report.completedOn));

const compareText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
