import type { Database } from "../database/database.js";
import type { ServiceName } from "../database/provision.js";
import type { BoundActions } from "../subgraph/bind-actions.js";
import type { ReadParts } from "../subgraph/parts.js";
import { readQueue, retryJobs } from "./retry-jobs.action.js";

/** The service's queue, for operators. */
export const jobReads = ({ db, viewer }: ReadParts, service: ServiceName) => ({
  jobs: () => readQueue(db, service)(viewer),
});
export type JobReads = ReturnType<typeof jobReads>;

export const jobActions = (db: Database, service: ServiceName) => ({ retryJobs: retryJobs(db, service) });
export type JobActions = BoundActions<ReturnType<typeof jobActions>>;
