export { PartnerListResolver, PartnersArgs } from "./partner-list.graphql.js";
export { type PartnerListReads, partnerListReads } from "./partner-list.reads.js";
