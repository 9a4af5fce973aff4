export { JobsResolver } from "./jobs.graphql.js";
