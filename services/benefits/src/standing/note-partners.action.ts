import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { EventOf } from "@tiergraph/schema/events";
import { putProfiles } from "./standing.store.js";

/** Learns of partners' tracks and regions: some rules pay some of them only. */
export const notePartners =
  (db: Database) =>
  (event: EventOf<"PartnersChanged">): Promise<void> =>
    db.transact(systemViewer("benefits"), async (tx) => {
      if (await isFirstDelivery(tx, "benefits", event)) await putProfiles(tx, event.partners, new Date(event.at));
    });
