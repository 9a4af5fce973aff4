export { exportActions } from "./actions.js";
export { exportTable } from "./export.entity.js";
export { ExportResolver } from "./export.graphql.js";
export { type Tickets, tickets } from "./export.js";
export { exportReads } from "./export.reads.js";
export { exportPartTable } from "./export-part.entity.js";
export { ExportRunResolver } from "./run-export.graphql.js";
export { savedQueryTable } from "./saved-query.entity.js";
export { SavedQueryResolver } from "./saved-query.graphql.js";
