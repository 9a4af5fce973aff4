import { auditEntryTable, auditSealTable } from "@tiergraph/kit/audit/audit.entity";
import { auditResolver } from "@tiergraph/kit/audit/audit.graphql";
import { jobsResolver } from "@tiergraph/kit/jobs/jobs.graphql";
import { publisher } from "@tiergraph/kit/jobs/publisher";
import { subscribe } from "@tiergraph/kit/jobs/subscribe";
import { TRIM_CRONTAB, trimLiveEvents } from "@tiergraph/kit/live/trim-live-events.action";
import { subgraphBuilder } from "@tiergraph/kit/subgraph/build-subgraph";
import { openService, type ServiceOptions } from "@tiergraph/kit/subgraph/open-service";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { readsOnDemand } from "@tiergraph/kit/subgraph/reads-on-demand";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import type { Service } from "@tiergraph/kit/subgraph/service";
import { EVENTS, type EventBodies, type HandlersOf, SUBSCRIBERS } from "@tiergraph/schema/events";
import { LANGUAGES, say } from "@tiergraph/schema/messages";
import { AdjustmentResolver, adjustmentActions, adjustmentReads, adjustmentTable } from "./adjustment/index.js";
import { CorrectFactsResolver, correctionActions } from "./correction/index.js";
import { ownedCustomerReads, ownedCustomerTable } from "./customer/index.js";
import { Deal, DealsOfPartnerResolver, dealReads } from "./deal/index.js";
import {
  DuplicateResolver,
  duplicateActions,
  duplicateGroupTable,
  duplicateReads,
  duplicateTable,
  noteDuplicates,
} from "./duplicate/index.js";
import { Cohort, NextStep, Partner, Person, Viewer, viewerNode } from "./entities.graphql.js";
import {
  ExportResolver,
  ExportRunResolver,
  exportActions,
  exportPartTable,
  exportReads,
  exportTable,
  SavedQueryResolver,
  savedQueryTable,
  type Tickets,
  tickets,
} from "./export/index.js";
import { factKeyTable, factTable } from "./fact/index.js";
import { Hypothesis, HypothesisResolver, hypothesisReads, NextStepResolver } from "./hypothesis/index.js";
import {
  CohortIndicatorResolver,
  IndicatorResolver,
  indicatorReads,
  PartnerIndicatorResolver,
} from "./indicator/index.js";
import { LiveEventResolver, liveEventReads, liveEventTable } from "./live-event/index.js";
import {
  EvidenceEdgeResolver,
  MeasuredPartnerResolver,
  Measurement,
  MeasurementResolver,
  measureReads,
  onPartnersMeasurable,
  onPlacementStarted,
} from "./measure/index.js";
import { OwnedCustomerResolver, ownedCustomerActions } from "./owned-customer/index.js";
import { partnerReads, partnerTable } from "./partner/index.js";
import { type Permission, policy } from "./policy.js";
import { programReads, programsOf, programVersionTable } from "./program/index.js";
import type { MetricsActionParts } from "./publisher.js";
import { ExchangeRateResolver, exchangeRateTable, rateActions, rateReads } from "./rate/index.js";
import { ReconcileResolver, reconcileActions, reconcileReads } from "./reconcile/index.js";
import { FactResultResolver, RecordFactsResolver, recordingActions } from "./recording/index.js";
import { DecideWaitingResolver, releaseActions, releaseWaiting } from "./release/index.js";
import { rollupDayTable, rollupMonthTable, seriesTable } from "./series/index.js";
import { tierMirrorTable, tierPeriodTable } from "./tier-mirror/index.js";
import {
  onCertificationsChanged,
  onPartnersChanged,
  onProgramPublished,
  onRegistrationsChanged,
  onTierChanged,
} from "./upstream/index.js";
import { JobQueue, PageArgs, PageInfo } from "./values.graphql.js";
import { WaitingFactResolver, waitingFactTable, waitingReads } from "./waiting-fact/index.js";

/** All tables of this service: its entity manager writes them, and the migrated database is held against them. */
export const TABLES = [
  auditEntryTable("metrics"),
  auditSealTable("metrics"),
  adjustmentTable,
  ownedCustomerTable,
  duplicateGroupTable,
  duplicateTable,
  exportPartTable,
  exportTable,
  savedQueryTable,
  factKeyTable,
  factTable,
  liveEventTable,
  rollupDayTable,
  rollupMonthTable,
  seriesTable,
  partnerTable,
  programVersionTable,
  exchangeRateTable,
  tierMirrorTable,
  tierPeriodTable,
  waitingFactTable,
];

/** What a viewer may ask this service to do. */
const actionsOf = (parts: MetricsActionParts) => ({
  ...adjustmentActions(parts),
  ...correctionActions(parts),
  ...duplicateActions(parts),
  ...exportActions(parts),
  ...ownedCustomerActions(parts),
  ...rateActions(parts),
  ...reconcileActions(parts),
  ...recordingActions(parts),
  ...releaseActions(parts),
});

const join = readsOnDemand();

/** How the resolvers of one request read: as its viewer, each kind of thing in one statement a request level. */
function readsOf(parts: ReadParts & { tickets: Tickets }) {
  const programs = programsOf(parts);
  return join(
    () => adjustmentReads(parts, programs),
    () => dealReads(parts),
    () => duplicateReads(parts),
    () => exportReads(parts, parts.tickets),
    () => hypothesisReads(parts, programs),
    () => indicatorReads(parts, programs),
    () => liveEventReads(parts),
    () => measureReads(parts, programs),
    () => ownedCustomerReads(parts),
    () => partnerReads(parts),
    () => programReads(programs),
    () => rateReads(parts),
    () => reconcileReads(parts),
    () => waitingReads(parts),
  );
}
type Context = RequestContext<ReturnType<typeof readsOf>, unknown, Permission>;

export const buildMetricsSubgraph = subgraphBuilder<Context, Permission>({
  resolvers: [
    RecordFactsResolver,
    FactResultResolver,
    CorrectFactsResolver,
    OwnedCustomerResolver,
    DuplicateResolver,
    WaitingFactResolver,
    DecideWaitingResolver,
    ExchangeRateResolver,
    IndicatorResolver,
    PartnerIndicatorResolver,
    CohortIndicatorResolver,
    ReconcileResolver,
    MeasurementResolver,
    EvidenceEdgeResolver,
    MeasuredPartnerResolver,
    DealsOfPartnerResolver,
    HypothesisResolver,
    NextStepResolver,
    AdjustmentResolver,
    SavedQueryResolver,
    ExportResolver,
    ExportRunResolver,
    LiveEventResolver,
    jobsResolver("metrics", JobQueue),
    auditResolver("metrics", { PageInfo, PageArgs }),
  ],
  orphanedTypes: [Viewer, Partner, Measurement, Hypothesis, NextStep, Deal, Person, Cohort],
  permits: ({ viewer }, permission) => policy.permits(viewer, permission),
  references: {
    Viewer: ({ id }, { viewer }) => viewerNode(id, viewer),
    Partner: ({ id }, { load }) => load.partner(id),
    NextStep: ({ id }) => ({ id }),
    Measurement: ({ id }, { load }) => load.measurement(id),
    Deal: ({ id }, { load }) => load.deal.load(id),
    // Who is in it comes along, from the service that keeps it.
    Cohort: ({ name, memberIds = null }) => ({ name, memberIds }),
  },
});

/** Facts, and what they come to. */
export const openMetrics = (options: ServiceOptions): Promise<Service> =>
  openService({ name: "metrics", tables: TABLES, policy, languages: LANGUAGES, say }, options, async (db) => {
    const { clock } = options;
    const parts = { db, clock, publish: publisher<EventBodies>(SUBSCRIBERS, clock) };
    const { publish } = parts;
    const ofLinks = tickets(options.secret);
    const released = releaseWaiting(db, publish, clock);
    const duplicatesNoted = noteDuplicates(db);
    return {
      subgraph: await buildMetricsSubgraph(),
      actions: actionsOf(parts),
      readsOf: (read) => readsOf({ ...read, tickets: ofLinks }),
      handlers: {
        ...subscribe(EVENTS, {
          PartnersChanged: onPartnersChanged(db),
          ProgramPublished: onProgramPublished(db, publish),
          FactsRecorded: (event) => released(event).then(() => duplicatesNoted(event)),
          FactsWaiting: released,
          PartnersMeasurable: onPartnersMeasurable(db, publish, clock),
          PlacementStarted: onPlacementStarted(db, publish, clock),
          TierChanged: onTierChanged(db),
          CertificationsChanged: onCertificationsChanged(db, publish, clock),
          RegistrationsChanged: onRegistrationsChanged(db, publish, clock),
        } satisfies HandlersOf<"metrics">),
        trimLiveEvents: trimLiveEvents(db, "metrics", clock),
      },
      crontab: TRIM_CRONTAB,
    };
  });
