export { PartnerCeilingResolver } from "./partner-ceiling.graphql.js";
export { partnerCeilingReads } from "./partner-ceiling.reads.js";
