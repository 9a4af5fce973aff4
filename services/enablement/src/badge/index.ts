export { BadgeResolver } from "./badge.graphql.js";
export { badgeReads } from "./badge.reads.js";
export { type BadgeSigner, badgeSigner } from "./open-badge.js";
