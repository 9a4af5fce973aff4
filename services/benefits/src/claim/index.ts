export { claimActions } from "./actions.js";
export { benefitClaimTable } from "./benefit-claim.entity.js";
export { ClaimResolver } from "./claim.graphql.js";
export { claimReads } from "./claim.reads.js";
