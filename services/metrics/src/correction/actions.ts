import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { MetricsActionParts } from "../publisher.js";
import { correctFacts } from "./correct-facts.action.js";

export const correctionActions = ({ db, publish, clock }: MetricsActionParts) => ({
  correctFacts: correctFacts(db, publish, clock),
});
export type CorrectionActions = BoundActions<ReturnType<typeof correctionActions>>;
