import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { ENTRY_KINDS, REWARD_KINDS } from "./ledger-transaction.entity.js";
import { LEDGER_ACCOUNTS } from "./posting.entity.js";

const REWARD_KIND_WORDS = {
  CLAWED_BACK: { description: "Taken back after it was earned; what was used already is owed." },
  REBATE_ACCRUED: { description: "A rebate was given for the first time for what earned it." },
  REBATE_CORRECTED: { description: "A rebate that was given comes to more, or to less while it is pending." },
  BONUS_ACCRUED: { description: "A bonus was given for the first time for what earned it." },
  BONUS_CORRECTED: { description: "A bonus that was given comes to more, or to less while it is pending." },
  SPIFF_ACCRUED: { description: "A spiff was given for the first time for what earned it." },
  SPIFF_CORRECTED: { description: "A spiff that was given comes to more, or to less while it is pending." },
};

export const RewardEntryKind = graphEnum("RewardEntryKind", REWARD_KINDS, {
  description: "What a movement of rewards records.",
  valuesConfig: REWARD_KIND_WORDS,
});

export const LedgerEntryKind = graphEnum("LedgerEntryKind", ENTRY_KINDS, {
  valuesConfig: {
    ...REWARD_KIND_WORDS,
    REWARDS_EARNED: { description: "No longer pending: the time in which deals could be refunded is over." },
    REDEMPTION_REQUESTED: { description: "Set apart to be paid out." },
    REDEMPTION_RETURNED: { description: "Refused, or the payment failed: it is there again." },
    REWARDS_EXPIRED: { description: "Not redeemed in time." },
    REWARDS_RENEWED: { description: "Kept for longer, as the program does for the partner's tier; no amount moves." },
    REDEMPTION_PAID: { description: "Paid out." },
    FUND_ALLOCATED: { description: "Money of a fund was given to the partner, by the program or by hand." },
    FUND_COMMITTED: { description: "Money of a fund was promised to an approved request." },
    FUND_RELEASED: {
      description: "Money of a fund that was not promised went back to the budget: the program gives less than before.",
    },
    FUND_REIMBURSED: {
      description: "What was spent was paid back by a fund; what was promised beyond that is free again.",
    },
    FUND_EXPIRED: {
      description: "Money of a fund went back to the budget: it was not asked for or not claimed in time.",
    },
  },
  description: "What an entry of the ledger records.",
});

export const LedgerAccountName = graphEnum("LedgerAccount", LEDGER_ACCOUNTS, {
  description: "Accounts of the ledger. An entry's amounts add up to zero over them; above zero is a credit.",
  valuesConfig: {
    PARTNER_PENDING: { description: "Given to the partner while the deals behind it can still be refunded." },
    PARTNER_EARNED: { description: "Earned by the partner and not used." },
    PARTNER_RESERVED: { description: "Set apart to be paid out, and not paid yet." },
    PARTNER_DEBT: { description: "Below zero by what the partner owes: rewards taken back after they were used." },
    PROGRAM_REBATES: { description: "Below zero by what the program gave in rebates." },
    PROGRAM_BONUSES: { description: "Below zero by what the program gave in bonuses." },
    PROGRAM_SPIFFS: { description: "Below zero by what the program gave in spiffs." },
    PROGRAM_EXPIRED: { description: "Rewards that expired." },
    PROGRAM_PAID: { description: "Rewards that were paid out." },
    FUND_BUDGET: { description: "Below zero by what partners were given of the fund." },
    FUND_ALLOCATED: { description: "Given to the partner, and not promised to a request." },
    FUND_COMMITTED: { description: "Promised to the partner's approved requests." },
    FUND_REIMBURSED: { description: "Paid back to the partner." },
  },
});
