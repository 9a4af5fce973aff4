import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { type EnrollmentRow, putEnrollments } from "../enrollment/index.js";
import { lockStanding, refusalOfSubject } from "../report/index.js";
import { advanceProgress, type ProgressReport } from "./advance-progress.js";
import { type ProgressRefusal, progressRefusals } from "./enrolling.refusals.js";

export type ProgressRecording =
  | { readonly kind: "ProgressRecorded"; readonly enrollment: EnrollmentRow }
  | ProgressRefusal;

/** Records how far one person is in one course. Safe to repeat, and in any order: progress never falls back. */
export const recordProgress =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, report: ProgressReport): Promise<ProgressRecording> =>
    db.transact(viewer, async (tx) => {
      const today = dayOf(clock.now());
      const standing = await lockStanding(tx, { permission: "record training", reports: [report], today });
      if (standing === null) return progressRefusals.NoProgramInForce();
      const decision = advanceProgress(report, standing);
      if (decision.kind === "PercentInvalid") return progressRefusals.PercentInvalid();
      if (decision.kind === "Refused") return refusalOfSubject(decision.problem, report);
      if (decision.kind === "Advanced") await putEnrollments(tx, [decision.enrollment]);
      return { kind: "ProgressRecorded", enrollment: decision.enrollment };
    });
