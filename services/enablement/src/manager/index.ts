export { absenceTable } from "./absence.entity.js";
export { managerActions } from "./actions.js";
export { assignManagers } from "./assign.tx.js";
export { assignmentTable } from "./assignment.entity.js";
export { assignmentChangeTable } from "./assignment-change.entity.js";
export { assignDaily } from "./change-managers.action.js";
export { managerTable } from "./manager.entity.js";
export { ManagedPartnerResolver, VendorManagerResolver } from "./manager.graphql.js";
export { managerReads } from "./manager.reads.js";
