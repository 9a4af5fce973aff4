import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { MetricsActionParts } from "../publisher.js";
import { rebuildRollups } from "./rebuild-rollups.action.js";

export const reconcileActions = ({ db, publish }: MetricsActionParts) => ({
  rebuildRollups: rebuildRollups(db, publish),
});
export type ReconcileActions = BoundActions<ReturnType<typeof reconcileActions>>;
