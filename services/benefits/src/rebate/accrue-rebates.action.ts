import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import type { EventOf } from "@tiergraph/schema/events";
import { programKnown } from "../program/program-known.js";
import { addStandings, lockStandings } from "../standing/standing.store.js";
import { findPayingFacts, putPayingFacts } from "./paying-fact.store.js";
import { settleIn } from "./settle-in.js";

/** Keeps facts that may pay and settles what they earn. */
export const accrueRebates =
  (db: Database, clock: Clock) =>
  async (event: EventOf<"FactsRecorded">): Promise<void> => {
    await programKnown(db, event);
    await db.transact(systemViewer("benefits"), async (tx) => {
      if (!(await isFirstDelivery(tx, "benefits", event))) return;
      const facts = event.facts.map(({ on, amountMinor, ...fact }) => ({
        ...fact,
        occurredOn: on,
        amountMinor: BigInt(amountMinor),
        program: event.program,
        programVersion: event.programVersion,
      }));
      const partnerIds = [...new Set(facts.map(({ partnerId }) => partnerId))];
      await addStandings(tx, partnerIds);
      await lockStandings(tx, partnerIds);
      await putPayingFacts(tx, facts);
      await settleIn(tx, await findPayingFacts(tx, facts), clock.now());
    });
  };
