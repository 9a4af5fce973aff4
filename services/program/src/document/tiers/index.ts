/** The sections `tiers`, `tracks` and `expectations`. */
export type { Expectation, ExpectedEvery } from "./expectation.js";
export { readByTier } from "./parse-by-tier.js";
export { readExpectations } from "./parse-expectations.js";
export { readTiers } from "./parse-tiers.js";
export { readTracks } from "./parse-tracks.js";
export { printExpectation, printTier, printTrack } from "./print-tiers.js";
export { keepingRequirement, type Tier, type TierBenefit } from "./tier.js";
export { tierDifferences } from "./tier-differences.js";
export { decodeTierId, encodeTierId } from "./tier-id.js";
export type { Track } from "./track.js";
