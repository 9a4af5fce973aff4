import os from "node:os";
import path from "node:path";
import type { Database } from "@tiergraph/kit/database/database";
import { type FileStore, folderStore } from "@tiergraph/kit/files/file-store";
import { publisher } from "@tiergraph/kit/jobs/publisher";
import { retryJobs } from "@tiergraph/kit/jobs/retry-jobs.action";
import { subscribe } from "@tiergraph/kit/jobs/subscribe";
import { cursors } from "@tiergraph/kit/paging/cursor";
import type { Clock } from "@tiergraph/kit/process/clock";
import { type BoundActions, bindActions } from "@tiergraph/kit/subgraph/bind-actions";
import { buildSubgraph } from "@tiergraph/kit/subgraph/build-subgraph";
import { openService, type ServiceOptions } from "@tiergraph/kit/subgraph/open-service";
import type { Service } from "@tiergraph/kit/subgraph/service";
import { EVENTS, type EventBodies, type HandlersOf, SUBSCRIBERS } from "@tiergraph/schema/events";
import { BenefitResolver, CatalogueResolver, Tier, TierBenefitsResolver } from "./benefit/benefit.graphql.js";
import { ClaimResolver } from "./claim/claim.graphql.js";
import { claimBenefit, decideClaim, fulfilClaim } from "./claim/claim-benefit.action.js";
import type { Context } from "./context.js";
import { BenefitingPartnerResolver, Partner } from "./entitlement/entitlement.graphql.js";
import { allocateFund } from "./fund/allocate-fund.action.js";
import { attachProof } from "./fund/attach-proof.action.js";
import { claimFunds, decideFundClaim } from "./fund/claim-funds.action.js";
import { decideFundRequest } from "./fund/decide-fund-request.action.js";
import { expireFunds } from "./fund/expire-funds.action.js";
import { FundProofResolver, FundRequestResolver, FundResolver } from "./fund/fund.graphql.js";
import { FundChangeResolver } from "./fund/fund-change.graphql.js";
import { requestFunds } from "./fund/request-funds.action.js";
import { JobsResolver } from "./jobs.graphql.js";
import { BooksResolver } from "./ledger/books.graphql.js";
import { keepUpDaily } from "./ledger/keep-up-daily.action.js";
import { LedgerResolver, RewardStatementResolver } from "./ledger/ledger.graphql.js";
import { Deal, RewardsResolver } from "./ledger/rewards.graphql.js";
import { createLoaders } from "./loaders.js";
import { type Permission, policy } from "./policy.js";
import { noteProgram } from "./program/note-program.action.js";
import type { BenefitsPublisher } from "./publisher.js";
import { ReconcileLedgerResolver } from "./reconcile/reconcile.graphql.js";
import { settleLedgers } from "./reconcile/settle-ledgers.action.js";
import { decideRedemption } from "./redemption/decide-redemption.action.js";
import { createPayoutBatch, settlePayouts } from "./redemption/payout.action.js";
import { redeemRewards } from "./redemption/redeem-rewards.action.js";
import { RedemptionResolver } from "./redemption/redemption.graphql.js";
import {
  decideRegistration,
  extendRegistration,
  lapseDaily,
  withdrawRegistration,
} from "./registration/change-registration.action.js";
import { decideConflict } from "./registration/decide-conflict.action.js";
import { followCustomers } from "./registration/follow-customers.action.js";
import { registerDeal } from "./registration/register-deal.action.js";
import { RegistrationResolver, TakenBackResolver } from "./registration/registration.graphql.js";
import { RegisteredDealResolver, RegistrationConflictResolver } from "./registration/registration-conflict.graphql.js";
import { accrueRewards } from "./reward/accrue-rewards.action.js";
import { backdateRewards } from "./reward/backdate-rewards.action.js";
import { RewardsChange } from "./reward/rewards-change.graphql.js";
import { TierRewardsResolver } from "./reward/tier-rewards.graphql.js";
import { notePartners } from "./standing/note-partners.action.js";
import { noteTiers } from "./standing/note-tiers.action.js";
import { TABLES } from "./tables.js";

/** Once a day, early: what was pending long enough is earned by then, and what was not redeemed in time lapses. UTC. */
const CRONTAB = "20 0 * * * keepUpDaily ?fill=1d\n20 0 * * * lapseDaily ?fill=1d\n25 0 * * * expireFunds ?fill=1d";

/** What a viewer may ask this service to do. */
const viewerActions = (db: Database, publish: BenefitsPublisher, clock: Clock, files: FileStore) => ({
  redeemRewards: redeemRewards(db, clock),
  decideRedemption: decideRedemption(db, clock),
  createPayoutBatch: createPayoutBatch(db, clock),
  settlePayouts: settlePayouts(db, clock),
  registerDeal: registerDeal(db, publish, clock),
  decideRegistration: decideRegistration(db, publish, clock),
  decideConflict: decideConflict(db, clock),
  extendRegistration: extendRegistration(db, clock),
  withdrawRegistration: withdrawRegistration(db, publish, clock),
  claimBenefit: claimBenefit(db, clock),
  decideClaim: decideClaim(db, clock),
  fulfilClaim: fulfilClaim(db, clock),
  requestFunds: requestFunds(db, clock),
  allocateFund: allocateFund(db, clock),
  decideFundRequest: decideFundRequest(db, clock),
  attachProof: attachProof(db, clock, files),
  claimFunds: claimFunds(db, clock),
  decideFundClaim: decideFundClaim(db, clock),
  settleLedgers: settleLedgers(db, clock),
  retryJobs: retryJobs(db, "benefits"),
});
export type ViewerActions = BoundActions<ReturnType<typeof viewerActions>>;

export const buildBenefitsSubgraph = () =>
  buildSubgraph<Context, Permission>({
    resolvers: [
      CatalogueResolver,
      BenefitResolver,
      TierBenefitsResolver,
      TierRewardsResolver,
      BenefitingPartnerResolver,
      RewardsResolver,
      LedgerResolver,
      RewardStatementResolver,
      RedemptionResolver,
      BooksResolver,
      ReconcileLedgerResolver,
      RegistrationResolver,
      TakenBackResolver,
      RegistrationConflictResolver,
      RegisteredDealResolver,
      ClaimResolver,
      FundResolver,
      FundChangeResolver,
      FundRequestResolver,
      FundProofResolver,
      JobsResolver,
    ],
    orphanedTypes: [Partner, Tier, Deal, RewardsChange],
    permits: ({ viewer }, permission) => policy.permits(viewer, permission),
    references: {
      Partner: ({ id }, { load }) => load.partner(id),
      Tier: ({ id }, { load }) => load.tier(id),
      Deal: ({ id }, { load }) => load.deal(id),
      RewardsChange: ({ source, effectiveOn }, { load }) =>
        load.rewardsChange({ source: String(source), effectiveOn: String(effectiveOn) }),
    },
  });

/** What partners are entitled to, and what they earned. */
export const openBenefits = (options: ServiceOptions): Promise<Service> =>
  openService({ name: "benefits", tables: TABLES }, options, async (db) => {
    const files = folderStore(options.filesDirectory ?? path.join(os.tmpdir(), "tiergraph-files"));
    const publish = publisher<EventBodies>(SUBSCRIBERS, options.clock);
    const actions = viewerActions(db, publish, options.clock, files);
    const sealed = cursors(options.secret);
    return {
      subgraph: await buildBenefitsSubgraph(),
      contextFor: ({ viewer }): Context => ({
        viewer,
        actions: bindActions(actions, viewer),
        load: createLoaders({ db, viewer, cursors: sealed, clock: options.clock, files }),
      }),
      handlers: {
        ...subscribe(EVENTS, {
          PartnersChanged: notePartners(db, options.clock),
          ProgramPublished: noteProgram(db, publish, options.clock),
          RewardsBackdated: backdateRewards(db, options.clock),
          CustomersRekeyed: followCustomers(db, options.clock),
          FactsRecorded: accrueRewards(db, options.clock),
          TierChanged: noteTiers(db, options.clock),
        } satisfies HandlersOf<"benefits">),
        keepUpDaily: keepUpDaily(db, options.clock),
        lapseDaily: lapseDaily(db, options.clock),
        expireFunds: expireFunds(db, options.clock),
      },
      crontab: CRONTAB,
    };
  });
