import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { MetricsActionParts } from "../publisher.js";
import { decideWaiting } from "./decide-waiting.action.js";

export const releaseActions = ({ db, publish, clock }: MetricsActionParts) => ({
  decideWaiting: decideWaiting(db, publish, clock),
});
export type ReleaseActions = BoundActions<ReturnType<typeof releaseActions>>;
