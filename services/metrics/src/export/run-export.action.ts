import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import type { ExportRow } from "./export.entity.js";
import { LEASE_MS, MAX_CLAIMS, MAX_ROWS, SET_ASIDE, TOO_MANY_ROWS } from "./export.js";
import {
  addExportPart,
  claimExport as claimIn,
  type ExportPart,
  endExport as endIn,
  findWaiting,
  removeExpired,
  setAsideExports,
} from "./export.store.js";

const leaseEnd = (clock: Clock): Date => new Date(clock.now().getTime() + LEASE_MS);

/**
 * Hands the oldest export that waits, or whose runner is silent, to the gateway that asks. Removes what expired, and sets
 * aside what ended its runners: an export that kills its process must not do so again at each start.
 */
export const claimExport =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, _request: object): Promise<ExportRow | null> => {
    const waiting = await findWaiting(db.readAs(viewer), clock.now());
    if (waiting?.waits !== true) return null;
    return db.transact(viewer, async (tx) => {
      await removeExpired(tx, clock.now());
      await setAsideExports(tx, { now: clock.now(), claims: MAX_CLAIMS, problem: SET_ASIDE });
      const claimed = await claimIn(tx, { lease: newId(), now: clock.now(), until: leaseEnd(clock) });
      return claimed ?? null;
    });
  };

/** False where the export was cancelled, or is another's by now: its runner stops. An export past a million rows fails. */
export const keepExportPart =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, part: ExportPart): Promise<boolean> =>
    db.transact(viewer, async (tx) => {
      const held = await addExportPart(tx, part, leaseEnd(clock));
      if (held === null) return false;
      if (held.rowCount <= MAX_ROWS) return true;
      await endIn(tx, { exportId: part.exportId, lease: part.lease, problem: TOO_MANY_ROWS }, clock.now());
      return false;
    });

export const endExport =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, ended: { exportId: string; lease: string; problem: string | null }): Promise<boolean> =>
    db.transact(viewer, async (tx) => (await endIn(tx, ended, clock.now())).length > 0);
