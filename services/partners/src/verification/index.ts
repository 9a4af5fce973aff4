export { TierDigestResolver } from "./tier-digest.graphql.js";
export { VerificationResolver } from "./verification.graphql.js";
export { verificationReads } from "./verification.reads.js";
