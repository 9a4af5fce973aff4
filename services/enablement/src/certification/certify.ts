import type { Course } from "@tiergraph/program/document/enablement";
import { addDays, addMonths, type CalendarDate, knownCalendarDate } from "@tiergraph/program/exact";
import { type CourseVersion, outdatedOn, versionOn } from "../course/index.js";
import type { LearnerKey } from "../learner/index.js";
import type { CertificationRow } from "./certification.store.js";

interface Completion {
  readonly learner: LearnerKey;
  readonly course: Course;
  readonly completedOn: CalendarDate;
}

/** What is known before a certification is given. */
interface Known {
  /** The versions of the course. */
  readonly versions: readonly CourseVersion[];
  /** The person's last certification for it that was issued before; null for the first. */
  readonly before: CertificationRow | null;
}

/** Makes what nobody has had before. */
export interface Mint {
  id(): string;
  checkCode(): string;
}

/**
 * What a completed course gives its person, by the program in force when it was recorded; null for a course that
 * certifies nobody. A renewal stands beside what it renews: until that expires, both hold. A renewal within the renewal
 * window loses none of the days that were left: the new term begins where the old one ends. Where a later version of
 * the course is taught by now, it ends as all of its version do.
 */
export function certify(
  { learner, course, completedOn }: Completion,
  known: Known,
  mint: Mint,
): CertificationRow | null {
  if (course.certifies === null) return null;
  const { level, validMonths, renewalDays } = course.certifies;
  const from = renewedFrom({ completedOn, renewalDays }, known.before) ?? completedOn;
  const expiresOn = validMonths === null ? null : addMonths(from, validMonths);
  const courseVersion = versionOn(known.versions, completedOn);
  const outdated = outdatedOn(known.versions, courseVersion);
  const isOutdated = outdated !== null && (expiresOn === null || outdated < expiresOn);
  return {
    partnerId: learner.partnerId,
    certificationId: mint.id(),
    personId: learner.personId,
    course: course.name,
    level,
    role: course.role,
    issuedOn: completedOn,
    expiresOn: isOutdated ? outdated : expiresOn,
    term: expiresOn,
    courseVersion,
    countsFrom: null,
    checkCode: mint.checkCode(),
    endedBecause: isOutdated ? "NEW_VERSION" : null,
  };
}

/** The day from which renewing a certification loses none of its days; null where it ends sooner than its term, or never. */
export const renewableFrom = (
  { expiresOn, endedBecause }: Pick<CertificationRow, "expiresOn" | "endedBecause">,
  renewalDays: number | null,
): CalendarDate | null =>
  renewalDays === null || expiresOn === null || endedBecause !== null
    ? null
    : addDays(knownCalendarDate(expiresOn), -renewalDays);

/** The day on which the renewed term begins; null where nothing is renewed, or not within its window. */
function renewedFrom(
  { completedOn, renewalDays }: { completedOn: CalendarDate; renewalDays: number | null },
  before: CertificationRow | null,
): CalendarDate | null {
  // What ends sooner than its term is earned anew, not renewed.
  const from = before === null ? null : renewableFrom(before, renewalDays);
  if (from === null || before === null || before.expiresOn === null) return null;
  const expiry = knownCalendarDate(before.expiresOn);
  return from <= completedOn && completedOn < expiry ? expiry : null;
}

/** A certification holds from the day that it counts from until the day of its expiry, which is no longer one of them. */
export const isValidOn = (
  { issuedOn, countsFrom, expiresOn }: Pick<CertificationRow, "issuedOn" | "countsFrom" | "expiresOn">,
  day: string,
): boolean => (countsFrom ?? issuedOn) <= day && (expiresOn === null || day < expiresOn);
