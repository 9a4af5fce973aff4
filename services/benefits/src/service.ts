import os from "node:os";
import path from "node:path";
import { auditEntryTable, auditSealTable } from "@tiergraph/kit/audit/audit.entity";
import { auditResolver } from "@tiergraph/kit/audit/audit.graphql";
import { folderStore } from "@tiergraph/kit/files/file-store";
import { jobsResolver } from "@tiergraph/kit/jobs/jobs.graphql";
import { publisher } from "@tiergraph/kit/jobs/publisher";
import { subscribe } from "@tiergraph/kit/jobs/subscribe";
import { TRIM_CRONTAB, trimLiveEvents } from "@tiergraph/kit/live/trim-live-events.action";
import { subgraphBuilder } from "@tiergraph/kit/subgraph/build-subgraph";
import { openService, type ServiceOptions } from "@tiergraph/kit/subgraph/open-service";
import { once, readsOnDemand } from "@tiergraph/kit/subgraph/reads-on-demand";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import type { Service } from "@tiergraph/kit/subgraph/service";
import { EVENTS, type EventBodies, type HandlersOf, SUBSCRIBERS } from "@tiergraph/schema/events";
import { LANGUAGES, say } from "@tiergraph/schema/messages";
import { BenefitResolver, benefitReads, CatalogueResolver, TierBenefitsResolver } from "./benefit/index.js";
import { benefitUseTable } from "./benefit-use/index.js";
import { ceilingUseTable, rewardWithheldTable } from "./ceiling/index.js";
import { benefitClaimTable, ClaimResolver, claimActions, claimReads } from "./claim/index.js";
import { Deal, Partner, Tier, Viewer, viewerNode } from "./entities.graphql.js";
import {
  BenefitingPartnerResolver,
  entitlementReads,
  entitlementTable,
  onEntitlementsOutdated,
} from "./entitlement/index.js";
import {
  expireFunds,
  FundChangeResolver,
  FundProofResolver,
  FundRequestResolver,
  FundResolver,
  fundActions,
  fundAllocationTable,
  fundProofTable,
  fundReads,
  fundRequestTable,
} from "./fund/index.js";
import {
  accountBalanceTable,
  BooksResolver,
  booksReads,
  creditTable,
  keepUpDaily,
  LedgerResolver,
  ledgerReads,
  ledgerTransactionTable,
  postingTable,
  RewardStatementResolver,
  RewardsOfPartnerResolver,
  RewardsResolver,
} from "./ledger/index.js";
import { LiabilityResolver, liabilityReads } from "./liability/index.js";
import { LiveEventResolver, liveEventReads, liveEventTable } from "./live-event/index.js";
import { PartnerCeilingResolver, partnerCeilingReads } from "./partner-ceiling/index.js";
import { partnerMirrorTable, tierPeriodTable } from "./partner-mirror/index.js";
import { payingFactTable } from "./paying-fact/index.js";
import { type Permission, policy } from "./policy.js";
import { programsOf, programVersionTable } from "./program/index.js";
import type { BenefitsActionParts, BenefitsReadParts } from "./publisher.js";
import { ReconcileLedgerResolver, reconcileActions, reconcileReads } from "./reconcile/index.js";
import {
  payoutBatchTable,
  RedemptionResolver,
  redemptionActions,
  redemptionReads,
  redemptionTable,
} from "./redemption/index.js";
import {
  conversionTakenBackTable,
  dealRegistrationTable,
  lapseDaily,
  protectionTable,
  RegisteredDealResolver,
  RegistrationConflictResolver,
  RegistrationResolver,
  registrationActions,
  registrationAttemptTable,
  registrationConflictTable,
  registrationReads,
  TakenBackResolver,
} from "./registration/index.js";
import { onRewardsBackdated, RewardsChange, rewardReads, TierRewardsResolver } from "./reward/index.js";
import {
  onCustomersRekeyed,
  onFactsRecorded,
  onPartnersChanged,
  onProgramPublished,
  onTierChanged,
} from "./upstream/index.js";
import { JobQueue, PageArgs, PageInfo } from "./values.graphql.js";

/** Once a day, early: what was pending long enough is earned by then, and what was not redeemed in time lapses. UTC. */
const CRONTAB = `20 0 * * * keepUpDaily ?fill=1d\n20 0 * * * lapseDaily ?fill=1d\n25 0 * * * expireFunds ?fill=1d\n${TRIM_CRONTAB}`;

/** All tables of this service: its entity manager writes them, and the migrated database is held against them. */
export const TABLES = [
  auditEntryTable("benefits"),
  auditSealTable("benefits"),
  ceilingUseTable,
  rewardWithheldTable,
  benefitClaimTable,
  benefitUseTable,
  entitlementTable,
  fundAllocationTable,
  fundProofTable,
  fundRequestTable,
  accountBalanceTable,
  creditTable,
  ledgerTransactionTable,
  liveEventTable,
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
  partnerMirrorTable,
  tierPeriodTable,
];

/** What a viewer may ask this service to do. */
const actionsOf = (parts: BenefitsActionParts) => ({
  ...claimActions(parts),
  ...fundActions(parts),
  ...reconcileActions(parts),
  ...redemptionActions(parts),
  ...registrationActions(parts),
});

const join = readsOnDemand();

/** How the resolvers of one request read: as its viewer, each kind of thing in one statement a request level. */
function readsOf(parts: BenefitsReadParts) {
  const programs = programsOf(parts);
  const ledger = once(() => ledgerReads(parts, programs));
  return join(
    () => benefitReads(programs),
    () => booksReads(parts, programs),
    () => claimReads(parts),
    () => entitlementReads(parts, programs),
    () => fundReads(parts, programs, ledger().balances),
    ledger,
    () => liabilityReads(parts),
    () => liveEventReads(parts),
    () => partnerCeilingReads(parts, programs),
    () => reconcileReads(parts),
    () => redemptionReads(parts),
    () => registrationReads(parts),
    () => rewardReads(parts, programs),
  );
}
type Context = RequestContext<ReturnType<typeof readsOf>, unknown, Permission>;

export const buildBenefitsSubgraph = subgraphBuilder<Context, Permission>({
  resolvers: [
    CatalogueResolver,
    BenefitResolver,
    TierBenefitsResolver,
    TierRewardsResolver,
    BenefitingPartnerResolver,
    RewardsResolver,
    RewardsOfPartnerResolver,
    PartnerCeilingResolver,
    LedgerResolver,
    RewardStatementResolver,
    RedemptionResolver,
    BooksResolver,
    LiabilityResolver,
    LiveEventResolver,
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
    jobsResolver("benefits", JobQueue),
    auditResolver("benefits", { PageInfo, PageArgs }),
  ],
  orphanedTypes: [Viewer, Partner, Tier, Deal, RewardsChange],
  permits: ({ viewer }, permission) => policy.permits(viewer, permission),
  references: {
    Viewer: ({ id }, { viewer }) => viewerNode(id, viewer),
    Partner: ({ id }, { load }) => load.partner(id),
    Tier: ({ id }, { load }) => load.tier(id),
    Deal: ({ id }, { load }) => load.deal(id),
    Benefit: ({ id }, { load }) => load.benefitOfId(id),
    BenefitClaim: ({ id }, { load }) => load.claim.load(id),
    FundRequest: ({ id }, { load }) => load.fundRequest.load(id),
    Redemption: ({ id }, { load }) => load.redemption.load(id),
    DealRegistration: ({ id }, { load }) => load.registrationById.load(id),
    RewardsChange: ({ source, effectiveOn }, { load }) =>
      load.rewardsChange({ source: String(source), effectiveOn: String(effectiveOn) }),
  },
});

/** What partners are entitled to, and what they earned. */
export const openBenefits = (options: ServiceOptions): Promise<Service> =>
  openService({ name: "benefits", tables: TABLES, policy, languages: LANGUAGES, say }, options, async (db) => {
    const { clock } = options;
    const files = folderStore(options.filesDirectory ?? path.join(os.tmpdir(), "tiergraph-files"));
    const parts = { db, clock, files, publish: publisher<EventBodies>(SUBSCRIBERS, clock) };
    return {
      subgraph: await buildBenefitsSubgraph(),
      actions: actionsOf(parts),
      readsOf: (read) => readsOf({ ...read, files }),
      handlers: {
        ...subscribe(EVENTS, {
          PartnersChanged: onPartnersChanged(db, clock),
          ProgramPublished: onProgramPublished(db, parts.publish, clock),
          RewardsBackdated: onRewardsBackdated(db, clock),
          EntitlementsOutdated: onEntitlementsOutdated(db),
          CustomersRekeyed: onCustomersRekeyed(db, clock),
          FactsRecorded: onFactsRecorded(db, clock),
          TierChanged: onTierChanged(db, clock),
        } satisfies HandlersOf<"benefits">),
        keepUpDaily: keepUpDaily(db, clock),
        lapseDaily: lapseDaily(db, clock),
        expireFunds: expireFunds(db, clock),
        trimLiveEvents: trimLiveEvents(db, "benefits", clock),
      },
      crontab: CRONTAB,
    };
  });
