export { holdRefund } from "./hold-refund.js";
export { listRefunds } from "./refund.store.js";
export { refundKinds } from "./refund-kinds.js";
export { inOrderOfDays, spreadRefunds, wholesOf } from "./spread-refunds.js";
