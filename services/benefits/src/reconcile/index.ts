export { reconcileActions } from "./actions.js";
export { ReconcileLedgerResolver } from "./reconcile.graphql.js";
export { reconcileReads } from "./reconcile.reads.js";
export { FIRST_DAY } from "./settle-ledgers.action.js";
