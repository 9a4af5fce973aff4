import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { MetricsActionParts } from "../publisher.js";
import { recordRates } from "./record-rates.action.js";

export const rateActions = ({ db, clock }: MetricsActionParts) => ({
  recordRates: recordRates(db, clock),
});
export type RateActions = BoundActions<ReturnType<typeof rateActions>>;
