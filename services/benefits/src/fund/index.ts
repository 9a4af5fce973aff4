export { fundActions } from "./actions.js";
export { expireFunds } from "./expire-funds.action.js";
export { FundProofResolver, FundRequestResolver, FundResolver } from "./fund.graphql.js";
export { fundReads } from "./fund.reads.js";
export { fundAllocationTable } from "./fund-allocation.entity.js";
export { FundChangeResolver } from "./fund-change.graphql.js";
export { fundProofTable } from "./fund-proof.entity.js";
export { fundRequestTable } from "./fund-request.entity.js";
