import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { dayOf } from "@tiergraph/kit/process/clock";
import { findProgramInForce } from "../program/program.store.js";
import type { PartnersPublisher } from "../publisher.js";
import { findDailyRun, lockDailyRun } from "./daily-run.store.js";
import { startPlacementIn } from "./start-placement.js";

/**
 * Places everyone as of today: windows move on and certifications expire without any fact that says so. Once a day at
 * most, however often the clock strikes.
 */
export const placeDaily = (db: Database, publish: PartnersPublisher, clock: Clock) => (): Promise<void> =>
  db.transact(systemViewer("partners"), async (tx) => {
    await lockDailyRun(tx);
    const startedAt = clock.now();
    const asOf = dayOf(startedAt);
    if ((await findDailyRun(tx, asOf)).length > 0) return;
    const [version] = await findProgramInForce(tx);
    if (version !== undefined) await startPlacementIn(tx, publish, { reason: "DAILY", asOf, startedAt, version });
  });
