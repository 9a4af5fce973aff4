export { LearningPathResolver } from "./path.graphql.js";
export { pathReads } from "./path.reads.js";
