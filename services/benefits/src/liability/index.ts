export type { LiabilityBatch } from "./forecast-liability.reads.js";
export { LiabilityResolver } from "./liability.graphql.js";
export { liabilityReads } from "./liability.reads.js";
