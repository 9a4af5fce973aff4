import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { MetricsPublisher } from "../publisher.js";
import { decisionRefusals } from "./adjustment.refusals.js";
import { lockAdjustment, putAdjustmentState } from "./adjustment.store.js";
import { type AdjustmentDecision, decide } from "./decide.js";
import { requestRemeasure } from "./request-remeasure.tx.js";

/** Approves or rejects what somebody else proposed; what is approved is measured at once. */
export const decideAdjustment =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  (viewer: Viewer, request: { id: string; approve: boolean }): Promise<AdjustmentDecision> =>
    db.transact(viewer, async (tx) => {
      const known = isUuid(request.id) ? await lockAdjustment(tx, { adjustmentId: request.id }) : null;
      if (known === null) return decisionRefusals.AdjustmentUnknown();
      const decision = decide(known, request.approve, { by: viewer.subject, at: clock.now() });
      if (decision.kind !== "Decided") return decision;
      await putAdjustmentState(tx, decision.adjustment);
      if (request.approve) await requestRemeasure(tx, publish, decision.adjustment);
      return decision;
    });
