import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { MetricsActionParts } from "../publisher.js";
import { decideAdjustment } from "./decide-adjustment.action.js";
import { endAdjustment } from "./end-adjustment.action.js";
import { proposeAdjustment } from "./propose-adjustment.action.js";
import { proposeSeasonalFactors } from "./propose-seasonal-factors.action.js";

export const adjustmentActions = ({ db, publish, clock }: MetricsActionParts) => ({
  proposeAdjustment: proposeAdjustment(db, clock),
  proposeSeasonalFactors: proposeSeasonalFactors(db, clock),
  decideAdjustment: decideAdjustment(db, publish, clock),
  endAdjustment: endAdjustment(db, publish, clock),
});
export type AdjustmentActions = BoundActions<ReturnType<typeof adjustmentActions>>;
