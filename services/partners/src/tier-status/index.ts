export { readFor, TierOfPartnerResolver, TierPathResolver, TierStatusResolver } from "./tier-status.graphql.js";
export { type TierStatusReads, tierStatusReads } from "./tier-status.reads.js";
