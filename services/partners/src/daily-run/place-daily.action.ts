import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { publishBegunTiers } from "../placement/index.js";
import { startPlacement } from "../placement-run/index.js";
import { findProgramInForce, listProgramsToStart, lockPrograms } from "../program/index.js";
import { startProgram } from "../publication/index.js";
import type { PartnersPublisher } from "../publisher.js";
import { findDailyRun, lockDailyRun } from "./daily-run.store.js";

/**
 * What a new day brings: announced versions take force, decided tiers begin, and everyone is placed as of today, since
 * windows move on and certifications expire without any fact that says so. Once a day at most, however often the clock
 * strikes.
 */
export const placeDaily = (db: Database, publish: PartnersPublisher, clock: Clock) => (): Promise<void> =>
  db.transact(systemViewer("partners"), async (tx) => {
    await lockDailyRun(tx);
    const startedAt = clock.now();
    const asOf = dayOf(startedAt);
    await startAnnounced(tx, publish, startedAt);
    await publishBegunTiers(tx, publish, asOf);
    if ((await findDailyRun(tx, asOf)).length > 0) return;
    const version = await findProgramInForce(tx);
    if (version !== null) await startPlacement(tx, publish, { reason: "DAILY", asOf, startedAt, version });
  });

async function startAnnounced(tx: Transaction, publish: PartnersPublisher, startedAt: Date): Promise<void> {
  await lockPrograms(tx);
  for (const version of await listProgramsToStart(tx, dayOf(startedAt)))
    await startProgram(tx, publish, version, startedAt);
}
