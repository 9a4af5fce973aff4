import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { EventOf } from "@tiergraph/schema/events";
import { putLearners } from "../learner/index.js";

/** Keeps the people of partners: only known people are enrolled. */
export const onPeopleChanged =
  (db: Database) =>
  (event: EventOf<"PeopleChanged">): Promise<void> =>
    db.transact(systemViewer("enablement"), async (tx) => {
      if (await isFirstDelivery(tx, "enablement", event)) await putLearners(tx, event.people, new Date(event.at));
    });
