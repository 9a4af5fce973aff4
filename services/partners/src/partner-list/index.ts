export { PartnerListResolver } from "./partner-list.graphql.js";
export { partnerListReads } from "./partner-list.reads.js";
