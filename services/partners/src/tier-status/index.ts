export { TierOfPartnerResolver, TierPathResolver, TierStatusResolver } from "./tier-status.graphql.js";
export { tierStatusReads } from "./tier-status.reads.js";
