import type { Transaction } from "@tiergraph/kit/database/database";
import { dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { addCertifications, certificationInEvent, newCheckCode } from "../certification/index.js";
import { type EnrollmentRow, putEnrollments } from "../enrollment/index.js";
import { type Reached, reach } from "../onboarding/index.js";
import type { EnablementPublisher } from "../publisher.js";
import { lockStanding } from "../report/index.js";
import { type CompletionReport, type SettledCompletions, settleCompletions } from "./settle-completions.js";

/**
 * Completes courses within a transaction, and gives the certifications that follow from them. Null before a program is
 * in force. People whom the transaction's viewer may not record are refused as if they were not there.
 */
export async function completeIn(
  tx: Transaction,
  publish: EnablementPublisher,
  reports: readonly CompletionReport[],
  recordedAt: Date,
): Promise<SettledCompletions | null> {
  const standing = await lockStanding(tx, { permission: "record training", reports, today: dayOf(recordedAt) });
  if (standing === null) return null;
  const settled = settleCompletions(reports, standing, { id: newId, checkCode: newCheckCode });
  const { changed, certifications } = settled;
  if (changed.length > 0) {
    await putEnrollments(tx, changed);
    await reach(tx, changed.flatMap(reachedBy));
  }
  if (certifications.length > 0) {
    await addCertifications(tx, certifications, { recordedAt, recordedBy: tx.viewer.subject });
    await publish(tx, "CertificationsChanged", { certifications: certifications.map(certificationInEvent) });
  }
  return settled;
}

const reachedBy = ({ partnerId, course, completedOn }: EnrollmentRow): Reached[] =>
  completedOn === null ? [] : [{ partnerId, kind: "course", name: course, on: completedOn }];
