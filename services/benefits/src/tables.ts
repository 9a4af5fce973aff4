import type { AnyTable } from "@tiergraph/kit/database/table";
import { ceilingUseTable } from "./ceiling/ceiling-use.entity.js";
import { rewardWithheldTable } from "./ceiling/reward-withheld.entity.js";
import { benefitClaimTable } from "./claim/benefit-claim.entity.js";
import { benefitUseTable } from "./claim/benefit-use.entity.js";
import { entitlementTable } from "./entitlement/entitlement.entity.js";
import { fundProofTable } from "./fund/fund-proof.entity.js";
import { fundRequestTable } from "./fund/fund-request.entity.js";
import { accountBalanceTable } from "./ledger/account-balance.entity.js";
import { creditTable } from "./ledger/credit.entity.js";
import { ledgerTransactionTable } from "./ledger/ledger-transaction.entity.js";
import { postingTable } from "./ledger/posting.entity.js";
import { programVersionTable } from "./program/program-version.entity.js";
import { payoutBatchTable } from "./redemption/payout-batch.entity.js";
import { redemptionTable } from "./redemption/redemption.entity.js";
import { conversionTakenBackTable } from "./registration/conversion-taken-back.entity.js";
import { dealRegistrationTable } from "./registration/deal-registration.entity.js";
import { protectionTable } from "./registration/protection.entity.js";
import { registrationAttemptTable } from "./registration/registration-attempt.entity.js";
import { registrationConflictTable } from "./registration/registration-conflict.entity.js";
import { payingFactTable } from "./reward/paying-fact.entity.js";
import { standingTable } from "./standing/standing.entity.js";
import { tierPeriodTable } from "./standing/tier-period.entity.js";

/** All tables of this service: what its entity manager writes, and what the migrated database is held against. */
export const TABLES: readonly AnyTable[] = [
  ceilingUseTable,
  rewardWithheldTable,
  benefitClaimTable,
  benefitUseTable,
  entitlementTable,
  fundProofTable,
  fundRequestTable,
  accountBalanceTable,
  creditTable,
  ledgerTransactionTable,
  postingTable,
  programVersionTable,
  payoutBatchTable,
  redemptionTable,
  conversionTakenBackTable,
  dealRegistrationTable,
  protectionTable,
  registrationAttemptTable,
  registrationConflictTable,
  payingFactTable,
  standingTable,
  tierPeriodTable,
];
