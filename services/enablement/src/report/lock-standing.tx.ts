import type { Transaction } from "@tiergraph/kit/database/database";
import { decodeOwnedId, encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { Course } from "@tiergraph/program/document/enablement";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { findLatestCertifications } from "../certification/index.js";
import { holdVersions, listCourseVersions } from "../course/index.js";
import { type EnrollmentKey, findEnrollments } from "../enrollment/index.js";
import { type LearnerKey, lockLearners } from "../learner/index.js";
import { type Permission, policy } from "../policy.js";
import { findProgramInForce } from "../program/index.js";
import type { Standing, TrainingSubject } from "./check-report.js";

interface StandingRequest {
  /** What the viewer is about to do for the people named. */
  readonly permission: Permission;
  readonly reports: readonly TrainingSubject[];
  readonly today: string;
}

/**
 * Reads how things stand for all that a batch names, in six statements for any size, and holds it against change
 * for the rest of the transaction. Null before a program is in force.
 */
export async function lockStanding(
  tx: Transaction,
  { permission, reports, today }: StandingRequest,
): Promise<Standing | null> {
  await holdVersions(tx);
  const inForce = await findProgramInForce(tx);
  if (inForce === null) return null;
  const { courses } = inForce.document;
  const locked = await lockLearners(
    tx,
    keysOf(reports).filter(({ partnerId }) => policy.permitsFor(tx.viewer, permission, partnerId)),
  );
  const learners = new Map(
    locked.map((key) => [encodeOwnedId("Person", { partnerId: key.partnerId, id: key.personId }), key]),
  );
  const keys = enrollmentKeysOf(reports, learners, courses);
  const [enrollments, certifications, versions] = await Promise.all([
    findEnrollments(tx, keys),
    findLatestCertifications(tx, keys),
    listCourseVersions(tx, [...new Set(keys.map(({ course }) => course))]),
  ]);
  return { today: knownCalendarDate(today), courses, learners, enrollments, certifications, versions };
}

/** Malformed ids name nobody: they are skipped here, so that their people are reported as not found. */
const keysOf = (reports: readonly TrainingSubject[]): LearnerKey[] =>
  [...new Set(reports.map(({ personId }) => personId))].flatMap((personId) => {
    const owned = decodeOwnedId(personId);
    return owned === null ? [] : { partnerId: owned.partnerId, personId: owned.id };
  });

function enrollmentKeysOf(
  reports: readonly TrainingSubject[],
  learners: ReadonlyMap<string, LearnerKey>,
  courses: readonly Course[],
): EnrollmentKey[] {
  const known = new Set(courses.map(({ name }) => name));
  return reports.flatMap(({ personId, course }) => {
    const learner = learners.get(personId);
    return learner === undefined || !known.has(course) ? [] : { ...learner, course };
  });
}
