import { setImmediate } from "node:timers/promises";
import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import type { EventOf } from "@tiergraph/schema/events";
import type { ProgramCache } from "../program/index.js";
import { findDecisionsInForce } from "./decision.store.js";
import { keepOutlooks } from "./keep-outlooks.tx.js";

/** As many explanations in one turn of the event loop as keep nobody waiting. */
const AT_ONCE = 10;

/** Keeps what the decisions imply that partners hold their tiers by: those of now, however late the event is. */
export const onPartnersPlaced =
  (db: Database, programs: ProgramCache) =>
  async ({ partnerIds }: EventOf<"PartnersPlaced">): Promise<void> => {
    const decisions = await findDecisionsInForce(db.readAs(systemViewer("partners")), partnerIds);
    for (let first = 0; first < decisions.length; first += AT_ONCE) {
      const some = await Promise.all(
        decisions.slice(first, first + AT_ONCE).map(async (decision) => {
          const { program } = await programs.version(decision.program, decision.programVersion);
          return { decision, program };
        }),
      );
      await db.transact(systemViewer("partners"), (tx) => keepOutlooks(tx, some));
      await setImmediate();
    }
  };
