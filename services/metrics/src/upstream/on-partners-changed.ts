import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { EventOf } from "@tiergraph/schema/events";
import { putPartners } from "../partner/index.js";

/** Keeps the partners: facts are taken of known partners only. */
export const onPartnersChanged =
  (db: Database) =>
  (event: EventOf<"PartnersChanged">): Promise<void> =>
    db.transact(systemViewer("metrics"), async (tx) => {
      if (await isFirstDelivery(tx, "metrics", event)) await putPartners(tx, event.partners, new Date(event.at));
    });
