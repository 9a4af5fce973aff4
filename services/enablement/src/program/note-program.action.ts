import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { EventOf } from "@tiergraph/schema/events";
import { addProgramVersion } from "./program.store.js";

/** Learns a new program version, whose courses are offered from then on. */
export const noteProgram =
  (db: Database) =>
  (event: EventOf<"ProgramPublished">): Promise<void> =>
    db.transact(systemViewer("enablement"), async (tx) => {
      if (!(await isFirstDelivery(tx, "enablement", event))) return;
      await addProgramVersion(tx, {
        sequence: event.sequence,
        program: event.program,
        version: event.programVersion,
        source: event.source,
      });
    });
