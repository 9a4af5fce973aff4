export { NodeResolver, STUBS } from "./node.graphql.js";
