import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { addCertifications } from "../certification/certification.store.js";
import { putEnrollments } from "../enrollment/enrollment.store.js";
import type { EnablementPublisher } from "../publisher.js";
import { MAX_REPORTS_PER_BATCH } from "../report/check-report.js";
import { lockStanding } from "../report/lock-standing.js";
import { type CompletionOutcome, type CompletionReport, settleCompletions } from "./settle-completions.js";

export type CompletionRecording =
  | { readonly kind: "CompletionsRecorded"; readonly outcomes: readonly CompletionOutcome[] }
  | { readonly kind: "TooMany"; readonly limit: number }
  | { readonly kind: "NoProgramInForce" };

/**
 * Records completed courses, each taken or refused by itself, and gives the certifications that come of them. Safe to
 * repeat: only a completion that is later than the last one known is news.
 */
export const recordCompletions =
  (db: Database, publish: EnablementPublisher, clock: Clock) =>
  async (
    viewer: Viewer,
    request: { completions: readonly CompletionReport[]; dryRun: boolean },
  ): Promise<CompletionRecording> => {
    const reports = request.completions;
    if (reports.length > MAX_REPORTS_PER_BATCH) return { kind: "TooMany", limit: MAX_REPORTS_PER_BATCH };
    return (request.dryRun ? db.rehearse : db.transact)(viewer, async (tx) => {
      const recordedAt = clock.now();
      const standing = await lockStanding(tx, { deed: "record training", reports, today: dayOf(recordedAt) });
      if (standing === null) return { kind: "NoProgramInForce" };
      const { outcomes, changed, certifications } = settleCompletions(reports, standing, newId);
      if (changed.length > 0) await putEnrollments(tx, changed);
      if (certifications.length > 0) {
        await addCertifications(tx, certifications, { recordedAt, recordedBy: viewer.subject });
        await publish(tx, "CertificationsChanged", { certifications: [...certifications] });
      }
      return { kind: "CompletionsRecorded", outcomes };
    });
  };
