import type { LearnerKey } from "../learner/index.js";
import type { EnrollmentRow } from "./enrollment.entity.js";
import type { EnrollmentKey } from "./enrollment.store.js";

type EnrollmentState = "ENROLLED" | "IN_PROGRESS" | "COMPLETED";

export const stateOf = ({ progressPercent, completedOn }: EnrollmentRow): EnrollmentState => {
  if (completedOn !== null) return "COMPLETED";
  return progressPercent > 0 ? "IN_PROGRESS" : "ENROLLED";
};

/** One person's first day in one course. */
export const enroll = (learner: LearnerKey, course: string, enrolledOn: string): EnrollmentRow => ({
  partnerId: learner.partnerId,
  personId: learner.personId,
  course,
  enrolledOn,
  progressPercent: 0,
  completedOn: null,
});

export const keyOf = ({ partnerId, personId, course }: EnrollmentKey): string => `${partnerId} ${personId} ${course}`;
