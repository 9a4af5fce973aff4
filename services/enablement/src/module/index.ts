export { moduleActions } from "./actions.js";
export { ModuleResolver } from "./module.graphql.js";
export { moduleReads } from "./module.reads.js";
export { unmetBefore } from "./unmet.tx.js";
