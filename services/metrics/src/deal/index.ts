export { Deal, DealsOfPartnerResolver } from "./deal.graphql.js";
export { dealReads } from "./deal.reads.js";
