import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { readQueue } from "@tiergraph/kit/jobs/retry-jobs.action";
import type { Cursors } from "@tiergraph/kit/paging/cursor";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { Program } from "@tiergraph/program/document/program";
import { adjustmentLoaders } from "./adjustment/adjustment-loaders.js";
import { ownedCustomerLoaders } from "./customer/owned-customer-loaders.js";
import { dealLoaders } from "./deal/deal-loaders.js";
import { duplicateLoaders } from "./duplicate/duplicate-loaders.js";
import type { Tickets } from "./export/export.js";
import { exportLoaders } from "./export/export-loaders.js";
import { hypothesisLoaders } from "./hypothesis/hypothesis-loaders.js";
import { indicatorLoaders } from "./indicator/indicator-loaders.js";
import type { Loading } from "./loading.js";
import { measureLoaders } from "./measure/measure-loaders.js";
import { policy } from "./policy.js";
import { programLoaders } from "./program/program-loaders.js";
import { readableMeasures } from "./program/readable-measures.js";
import { rateLoaders } from "./rate/rate-loaders.js";
import { reconcileLoaders } from "./reconcile/reconcile-loaders.js";
import { waitingLoaders } from "./waiting/waiting-loaders.js";

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
