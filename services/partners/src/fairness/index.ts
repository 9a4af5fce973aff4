export { FairnessResolver } from "./fairness.graphql.js";
export { fairnessReads } from "./fairness.reads.js";
