import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { MetricsActionParts } from "../publisher.js";
import { recordFacts } from "./record-facts.action.js";

export const recordingActions = ({ db, publish, clock }: MetricsActionParts) => ({
  recordFacts: recordFacts(db, publish, clock),
});
export type RecordingActions = BoundActions<ReturnType<typeof recordingActions>>;
