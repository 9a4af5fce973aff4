import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { dayOf } from "@tiergraph/kit/process/clock";
import { findProgramInForce } from "../program/program.store.js";
import type { PartnersPublisher } from "../publisher.js";
import { startPlacementIn } from "./start-placement.js";

/** Places everyone as of today: windows move on and certifications expire without any fact that says so. */
export const placeDaily = (db: Database, publish: PartnersPublisher, clock: Clock) => (): Promise<void> =>
  db.transact(systemViewer("partners"), async (tx) => {
    const startedAt = clock.now();
    const [version] = await findProgramInForce(tx);
    if (version !== undefined)
      await startPlacementIn(tx, publish, { reason: "DAILY", asOf: dayOf(startedAt), startedAt, version });
  });
