import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { BenefitsActionParts } from "../publisher.js";
import { allocateFund } from "./allocate-fund.action.js";
import { attachProof } from "./attach-proof.action.js";
import { claimFunds, decideFundClaim } from "./claim-funds.action.js";
import { decideFundRequest } from "./decide-fund-request.action.js";
import { requestFunds } from "./request-funds.action.js";

export const fundActions = ({ db, clock, files }: BenefitsActionParts) => ({
  requestFunds: requestFunds(db, clock),
  allocateFund: allocateFund(db, clock),
  decideFundRequest: decideFundRequest(db, clock),
  attachProof: attachProof(db, clock, files),
  claimFunds: claimFunds(db, clock),
  decideFundClaim: decideFundClaim(db, clock),
});
export type FundActions = BoundActions<ReturnType<typeof fundActions>>;
