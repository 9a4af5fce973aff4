import type { Database } from "../database/database.js";
import type { ServiceName } from "../database/provision.js";
import { systemViewer } from "../identity/viewer.js";
import type { Clock } from "../process/clock.js";
import { removeOldLiveEvents } from "./live-event.store.js";
import { KEPT_MS } from "./live-position.js";

const ROWS_AT_ONCE = 10_000;
/** A transaction is dated by its begin, and may have lasted. */
const MARGIN_MS = 60 * 60 * 1_000;

/** Crontab line: each hour. */
export const TRIM_CRONTAB = "50 * * * * trimLiveEvents";

/** Removes events that nobody can ask for any more, some in each transaction. */
export const trimLiveEvents =
  (db: Database, service: ServiceName, clock: Clock): (() => Promise<void>) =>
  async () => {
    const before = new Date(clock.now().getTime() - KEPT_MS - MARGIN_MS);
    const removeSome = () =>
      db.transact(systemViewer(service), (tx) => removeOldLiveEvents(tx, service, { before, limit: ROWS_AT_ONCE }));
    while ((await removeSome()) === ROWS_AT_ONCE);
  };
