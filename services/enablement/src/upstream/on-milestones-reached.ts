import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { EventOf } from "@tiergraph/schema/events";
import { putMilestones, reach } from "../onboarding/index.js";

/** Learns that partners reached what their plans wait for. */
export const onMilestonesReached =
  (db: Database) =>
  (event: EventOf<"MilestonesReached">): Promise<void> =>
    db.transact(systemViewer("enablement"), async (tx) => {
      if (!(await isFirstDelivery(tx, "enablement", event))) return;
      await putMilestones(
        tx,
        event.milestones.map(({ on, ...milestone }) => ({ ...milestone, firstOn: on })),
      );
      await reach(
        tx,
        event.milestones.map(({ partnerId, kind, on }) => ({ partnerId, kind: "fact", name: kind, on })),
      );
    });
