import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { EventOf } from "@tiergraph/schema/events";
import { addDuplicatesOf } from "./duplicate.store.js";

/** Puts before a person what two partners tell alike; nothing is dropped by itself. */
export const noteDuplicates =
  (db: Database) =>
  (event: EventOf<"FactsRecorded">): Promise<void> =>
    db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      const won = event.facts.filter(({ kind, customer }) => kind === "deal.won" && customer !== null);
      if (won.length > 0) await addDuplicatesOf(tx, won, new Date(event.at));
    });
