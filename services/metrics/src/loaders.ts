import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { readQueue } from "@tiergraph/kit/jobs/retry-jobs.action";
import type { Cursors } from "@tiergraph/kit/paging/cursor";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { Program } from "@tiergraph/program/document/program";
import { adjustmentLoaders } from "./adjustment/adjustment.reads.js";
import { ownedCustomerLoaders } from "./customer/owned-customer.reads.js";
import { dealLoaders } from "./deal/deal.reads.js";
import { duplicateLoaders } from "./duplicate/duplicate.reads.js";
import type { Tickets } from "./export/export.js";
import { exportLoaders } from "./export/export.reads.js";
import { hypothesisLoaders } from "./hypothesis/hypothesis.reads.js";
import { indicatorLoaders } from "./indicator/indicator.reads.js";
import type { Loading } from "./loading.js";
import { measureLoaders } from "./measure/measure.reads.js";
import { policy } from "./policy.js";
import { programLoaders } from "./program/program.reads.js";
import { readableMeasures } from "./program/readable-measures.js";
import { rateLoaders } from "./rate/rate.reads.js";
import { reconcileLoaders } from "./reconcile/reconcile.reads.js";
import { waitingLoaders } from "./waiting/waiting.reads.js";

export interface LoaderParts {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly cursors: Cursors;
  readonly tickets: Tickets;
  readonly clock: Clock;
}

/** How the resolvers of one request read: as its viewer, each kind of thing in one statement a request level. */
export function createLoaders({ tickets, ...parts }: LoaderParts) {
  const { db, viewer } = parts;
  const reader = db.readAs(viewer);
  const mayRead = (partnerId: string) => isUuid(partnerId) && policy.permitsFor(viewer, "read measures", partnerId);
  const programs = programLoaders(reader);
  const readableIn = async (program: Program) =>
    policy.permits(viewer, "read withheld measures")
      ? program.measures
      : readableMeasures(program, await programs.inForce());
  const loading: Loading = { ...parts, reader, programs, readableIn, mayRead };
  return {
    partner: (id: string) => (mayRead(id) ? { id } : null),
    ...measureLoaders(loading),
    ...dealLoaders(loading),
    ...adjustmentLoaders(loading),
    ...hypothesisLoaders(loading),
    ...ownedCustomerLoaders(loading),
    ...duplicateLoaders(loading),
    ...rateLoaders(loading),
    ...indicatorLoaders(loading),
    ...reconcileLoaders(loading),
    ...waitingLoaders(loading),
    ...exportLoaders(loading, tickets),
    jobs: () => readQueue(db, "metrics")(viewer),
  };
}
export type Loaders = ReturnType<typeof createLoaders>;
