import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { BenefitsActionParts } from "../publisher.js";
import { claimBenefit, decideClaim, fulfilClaim } from "./claim-benefit.action.js";

export const claimActions = ({ db, clock }: BenefitsActionParts) => ({
  claimBenefit: claimBenefit(db, clock),
  decideClaim: decideClaim(db, clock),
  fulfilClaim: fulfilClaim(db, clock),
});
export type ClaimActions = BoundActions<ReturnType<typeof claimActions>>;
