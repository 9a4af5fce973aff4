import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { EventOf } from "@tiergraph/schema/events";
import { addPartners } from "./partner.store.js";

/** Learns of partners, each of whom has training from then on, be it none. */
export const notePartners =
  (db: Database) =>
  (event: EventOf<"PartnersChanged">): Promise<void> =>
    db.transact(systemViewer("enablement"), async (tx) => {
      if (!(await isFirstDelivery(tx, "enablement", event))) return;
      await addPartners(
        tx,
        event.partners.map(({ partnerId }) => partnerId),
      );
    });
