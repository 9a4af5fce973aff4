import type { Course } from "@tiergraph/program/document/program";
import { addMonths, type CalendarDate } from "@tiergraph/program/exact/calendar-date";
import type { LearnerKey } from "../learner/learner.store.js";
import type { CertificationRow } from "./certification.store.js";

export interface Completion {
  readonly learner: LearnerKey;
  readonly course: Course;
  readonly completedOn: CalendarDate;
}

/**
 * What a completed course gives its person, by the program in force when it was recorded; null for a course that
 * certifies nobody. A renewal stands beside what it renews: until that expires, both hold.
 */
export function certify({ learner, course, completedOn }: Completion, newId: () => string): CertificationRow | null {
  if (course.certifies === null) return null;
  const { level, validMonths } = course.certifies;
  return {
    partnerId: learner.partnerId,
    certificationId: newId(),
    personId: learner.personId,
    course: course.name,
    level,
    role: course.role,
    issuedOn: completedOn,
    expiresOn: validMonths === null ? null : addMonths(completedOn, validMonths),
  };
}

/** A certification holds from the day of its issue until the day of its expiry, which is no longer one of them. */
export const isValidOn = ({ issuedOn, expiresOn }: CertificationRow, day: string): boolean =>
  issuedOn <= day && (expiresOn === null || day < expiresOn);
