import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { dayOf } from "@tiergraph/kit/process/clock";
import { publishedProgram } from "@tiergraph/program/document/program";
import type { EventOf } from "@tiergraph/schema/events";
import { changeVersions } from "../course/index.js";
import { teachVersions } from "../course-release/index.js";
import { findProgramInForce, programVersionTable } from "../program/index.js";
import type { EnablementPublisher } from "../publisher.js";

/** Learns a new program version, whose courses are offered from then on; certifications of earlier versions end as it says. */
export const onProgramPublished =
  (db: Database, publish: EnablementPublisher) =>
  (event: EventOf<"ProgramPublished">): Promise<void> =>
    db.transact(systemViewer("enablement"), async (tx) => {
      if (!(await isFirstDelivery(tx, "enablement", event))) return;
      await changeVersions(tx);
      const before = await findProgramInForce(tx);
      // What a course version ends depends on those before it: one that arrives too early waits for them.
      if ((before?.sequence ?? 0) < event.sequence - 1)
        throw new Error(`The version before ${event.programVersion} of ${event.program} has not arrived yet`);
      tx.create(programVersionTable, {
        sequence: event.sequence,
        program: event.program,
        version: event.programVersion,
        source: event.source,
      });
      const day = dayOf(new Date(event.at));
      await teachVersions(tx, publish, {
        before: before?.document ?? null,
        program: publishedProgram(event.source),
        day,
      });
    });
