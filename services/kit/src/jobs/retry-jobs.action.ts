import type { Database } from "../database/database.js";
import type { ServiceName } from "../database/provision.js";
import type { Viewer } from "../identity/viewer.js";
import { countPendingJobs, type DeadJob, listDeadJobs, reviveDeadJobs } from "./dead-jobs.js";

/** Gives a service's dead jobs all their attempts again; ids that name no dead job are passed over. */
export const retryJobs =
  (db: Database, service: ServiceName) =>
  (viewer: Viewer, ids: readonly string[]): Promise<string[]> => {
    const known = ids.filter((id) => /^\d{1,18}$/.test(id));
    return db.transact(viewer, async (tx) => (await reviveDeadJobs(tx, service, known)).map(({ id }) => id));
  };

/** What waits, and what failed for good, in a service's queue. */
export const readQueue =
  (db: Pick<Database, "readAs">, service: ServiceName) =>
  async (viewer: Viewer): Promise<{ pending: number; dead: DeadJob[] }> => {
    const reader = db.readAs(viewer);
    const count = await countPendingJobs(reader, service);
    return { pending: count?.pending ?? 0, dead: await listDeadJobs(reader, service) };
  };
