import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { putEnrollments } from "../enrollment/index.js";
import { lockStanding, MAX_REPORTS_PER_BATCH } from "../report/index.js";
import { type EnrollmentRefusal, enrollmentRefusals } from "./enrolling.refusals.js";
import { type EnrollmentOutcome, type EnrollmentReport, settleEnrollments } from "./settle-enrollments.js";

export type EnrollmentRecording =
  | { readonly kind: "EnrollmentsRecorded"; readonly outcomes: readonly EnrollmentOutcome[] }
  | EnrollmentRefusal;

/** Enrols people in courses, each taken or refused by itself. Safe to repeat: enrolled people stay enrolled. */
export const enrollPeople =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, request: { enrollments: readonly EnrollmentReport[] }): Promise<EnrollmentRecording> => {
    const reports = request.enrollments;
    if (reports.length > MAX_REPORTS_PER_BATCH) return enrollmentRefusals.TooMany();
    return db.transact(viewer, async (tx) => {
      const standing = await lockStanding(tx, { permission: "enroll people", reports, today: dayOf(clock.now()) });
      if (standing === null) return enrollmentRefusals.NoProgramInForce();
      const { outcomes, added } = settleEnrollments(reports, standing);
      if (added.length > 0) await putEnrollments(tx, added);
      return { kind: "EnrollmentsRecorded", outcomes };
    });
  };
