export { onRewardsBackdated, publishRewardsBackdated } from "./on-rewards-backdated.js";
export { rewardReads } from "./reward.reads.js";
export type { Affected } from "./reward-differences.reads.js";
export { RewardsChange } from "./rewards-change.graphql.js";
export { settlePartners } from "./settle-partners.tx.js";
export { TierRewardsResolver } from "./tier-rewards.graphql.js";
