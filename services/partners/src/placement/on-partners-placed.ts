import { setImmediate } from "node:timers/promises";
import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import type { EventOf } from "@tiergraph/schema/events";
import type { ProgramCache } from "../program/index.js";
import { findDecisionsInForce } from "./decision.store.js";
import type { OutlookRow } from "./outlook.entity.js";
import { putOutlooks } from "./outlook.store.js";
import { outlookRows } from "./outlook-rows.js";

const ROWS_AT_ONCE = 50;

/** Keeps what the decisions imply that partners hold their tiers by: those of now, however late the event is. */
export const onPartnersPlaced =
  (db: Database, programs: ProgramCache) =>
  async ({ partnerIds }: EventOf<"PartnersPlaced">): Promise<void> => {
    const decisions = await findDecisionsInForce(db.readAs(systemViewer("partners")), partnerIds);
    for (let first = 0; first < decisions.length; first += ROWS_AT_ONCE) {
      const rows: OutlookRow[] = [];
      for (const decision of decisions.slice(first, first + ROWS_AT_ONCE)) {
        const version = await programs.find(decision.program, decision.programVersion);
        if (version !== null) rows.push(...outlookRows({ decision, program: version.program }));
        await setImmediate(); // Requests go between two explanations.
      }
      if (rows.length > 0) await db.transact(systemViewer("partners"), (tx) => putOutlooks(tx, rows));
    }
  };
