import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { BenefitsActionParts } from "../publisher.js";
import { settleLedgers } from "./settle-ledgers.action.js";

export const reconcileActions = ({ db, clock }: BenefitsActionParts) => ({
  settleLedgers: settleLedgers(db, clock),
});
export type ReconcileActions = BoundActions<ReturnType<typeof reconcileActions>>;
