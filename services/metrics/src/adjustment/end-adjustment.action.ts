import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { MetricsPublisher } from "../publisher.js";
import { endRefusals } from "./adjustment.refusals.js";
import { lockAdjustment, putAdjustmentState } from "./adjustment.store.js";
import { type AdjustmentEnd, end } from "./decide.js";
import { requestRemeasure } from "./request-remeasure.tx.js";

/** Ends an approved adjustment: its days count as they are again. Decisions that it was part of stay as they were made. */
export const endAdjustment =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  (viewer: Viewer, request: { id: string }): Promise<AdjustmentEnd> =>
    db.transact(viewer, async (tx) => {
      const known = isUuid(request.id) ? await lockAdjustment(tx, { adjustmentId: request.id }) : null;
      if (known === null) return endRefusals.AdjustmentUnknown();
      const ending = end(known, { by: viewer.subject, at: clock.now() });
      if (ending.kind !== "Ended") return ending;
      await putAdjustmentState(tx, ending.adjustment);
      await requestRemeasure(tx, publish, ending.adjustment);
      return ending;
    });
