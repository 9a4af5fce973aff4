import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { EventOf } from "@tiergraph/schema/events";
import { putTiers } from "./partner.store.js";

/** Learns which tier each partner holds now. */
export const noteTiers =
  (db: Database) =>
  (event: EventOf<"TierChanged">): Promise<void> =>
    db.transact(systemViewer("enablement"), async (tx) => {
      if (!(await isFirstDelivery(tx, "enablement", event))) return;
      const held = event.changes.flatMap(({ partnerId, sequence, periods }) => {
        const last = periods.at(-1); // Earliest first, and none begins after today.
        return last === undefined ? [] : { partnerId, sequence, tier: last.tier };
      });
      await putTiers(tx, held);
    });
