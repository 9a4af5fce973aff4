/** The sections `rebates`, `bonuses`, `spiffs`, `ceilings`, `ledger` and `funds`. */
export { readBonuses, readSpiffs } from "./parse-bonuses.js";
export { readCeilings } from "./parse-ceilings.js";
export { readFunds } from "./parse-funds.js";
export { type LedgerAccount, NO_LEDGER_TERMS, readLedgerTerms } from "./parse-ledger-terms.js";
export { readRebates } from "./parse-rebates.js";
export type { RuleNotation } from "./parse-rule.js";
export { printRewards } from "./print-rewards.js";
export type {
  Accelerator,
  Band,
  Bands,
  Bonus,
  Ceiling,
  FirstFacts,
  Fund,
  FundAllocation,
  Gate,
  LedgerTerms,
  Rebate,
  Renewal,
  RewardCap,
  RewardSections,
  RuleCommon,
  Spiff,
  Target,
} from "./reward.js";
