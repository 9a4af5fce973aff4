export { reconcileActions } from "./actions.js";
export { ReconcileResolver } from "./reconcile.graphql.js";
export { reconcileReads } from "./reconcile.reads.js";
