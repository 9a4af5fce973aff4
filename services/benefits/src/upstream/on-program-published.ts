import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import type { EventOf } from "@tiergraph/schema/events";
import { publishEntitlementsOutdated } from "../entitlement/index.js";
import { lockProgramForChange, programVersionTable } from "../program/index.js";
import type { BenefitsPublisher } from "../publisher.js";
import { publishRewardsBackdated } from "../reward/index.js";

/**
 * Learns a new program version: what tiers give may have changed for partners whose tier has not, and deals of the days that
 * it judges are paid by it, those that were paid before as well.
 */
export const onProgramPublished =
  (db: Database, publish: BenefitsPublisher, clock: Clock) =>
  (event: EventOf<"ProgramPublished">): Promise<void> =>
    db.transact(systemViewer("benefits"), async (tx) => {
      if (!(await isFirstDelivery(tx, "benefits", event))) return;
      await lockProgramForChange(tx);
      tx.create(programVersionTable, {
        sequence: event.sequence,
        program: event.program,
        version: event.programVersion,
        source: event.source,
        effectiveOn: event.effectiveOn ?? null,
      });
      if (event.effectiveOn !== undefined) await publishRewardsBackdated(tx, publish, event.effectiveOn);
      await publishEntitlementsOutdated(tx, publish, dayOf(clock.now()));
    });
