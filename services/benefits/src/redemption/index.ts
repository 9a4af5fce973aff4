export { redemptionActions } from "./actions.js";
export { payoutBatchTable } from "./payout-batch.entity.js";
export { redemptionTable } from "./redemption.entity.js";
export { RedemptionResolver } from "./redemption.graphql.js";
export { redemptionReads } from "./redemption.reads.js";
export { sumRedeemed } from "./redemption.store.js";
