import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import type { EnablementPublisher } from "../publisher.js";
import { MAX_REPORTS_PER_BATCH } from "../report/index.js";
import { completeIn } from "./complete.tx.js";
import { type CompletionRefusal, completionRefusals } from "./completion.refusals.js";
import type { CompletionOutcome, CompletionReport } from "./settle-completions.js";

export type CompletionRecording =
  | { readonly kind: "CompletionsRecorded"; readonly outcomes: readonly CompletionOutcome[] }
  | CompletionRefusal;

/**
 * Records completed courses, each taken or refused by itself, and gives the certifications that follow from them. Safe
 * to repeat: only a completion that is later than the last one known is news.
 */
export const recordCompletions =
  (db: Database, publish: EnablementPublisher, clock: Clock) =>
  async (
    viewer: Viewer,
    request: { completions: readonly CompletionReport[]; dryRun: boolean },
  ): Promise<CompletionRecording> => {
    const reports = request.completions;
    if (reports.length > MAX_REPORTS_PER_BATCH) return completionRefusals.TooMany();
    return (request.dryRun ? db.rehearse : db.transact)(viewer, async (tx) => {
      const settled = await completeIn(tx, publish, reports, clock.now());
      return settled === null
        ? completionRefusals.NoProgramInForce()
        : { kind: "CompletionsRecorded", outcomes: settled.outcomes };
    });
  };
