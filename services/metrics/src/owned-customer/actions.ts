import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { MetricsActionParts } from "../publisher.js";
import { declareOwnedCustomers } from "./declare-owned-customers.action.js";

export const ownedCustomerActions = ({ db, publish, clock }: MetricsActionParts) => ({
  declareOwnedCustomers: declareOwnedCustomers(db, publish, clock),
});
export type OwnedCustomerActions = BoundActions<ReturnType<typeof ownedCustomerActions>>;
