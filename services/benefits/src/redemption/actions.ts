import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { BenefitsActionParts } from "../publisher.js";
import { decideRedemption } from "./decide-redemption.action.js";
import { createPayoutBatch, settlePayouts } from "./payout.action.js";
import { redeemRewards } from "./redeem-rewards.action.js";

export const redemptionActions = ({ db, clock }: BenefitsActionParts) => ({
  redeemRewards: redeemRewards(db, clock),
  decideRedemption: decideRedemption(db, clock),
  createPayoutBatch: createPayoutBatch(db, clock),
  settlePayouts: settlePayouts(db, clock),
});
export type RedemptionActions = BoundActions<ReturnType<typeof redemptionActions>>;
