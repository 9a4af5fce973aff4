export { adjustmentActions } from "./actions.js";
export { adjustmentTable } from "./adjustment.entity.js";
export { AdjustmentKind, AdjustmentResolver } from "./adjustment.graphql.js";
export { adjustmentReads } from "./adjustment.reads.js";
export { listApprovedAdjustments } from "./adjustment.store.js";
export { adjustmentsOfPartners } from "./adjustments-of-partners.reads.js";
