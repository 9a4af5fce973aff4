export { ViewerResolver, viewerOf } from "./viewer.graphql.js";
export { viewerReads } from "./viewer.reads.js";
