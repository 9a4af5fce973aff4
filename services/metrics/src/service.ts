import type { Database } from "@tiergraph/kit/database/database";
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
import { AdjustmentResolver } from "./adjustment/adjustment.graphql.js";
import { decideAdjustment } from "./adjustment/decide-adjustment.action.js";
import { endAdjustment } from "./adjustment/end-adjustment.action.js";
import { proposeAdjustment } from "./adjustment/propose-adjustment.action.js";
import { proposeSeasonalFactors } from "./adjustment/propose-seasonal-factors.action.js";
import type { Context } from "./context.js";
import { correctFacts } from "./correction/correct-facts.action.js";
import { CorrectFactsResolver } from "./correction/correct-facts.graphql.js";
import { declareOwnedCustomers } from "./customer/declare-owned-customers.action.js";
import { OwnedCustomerResolver } from "./customer/owned-customer.graphql.js";
import { Deal } from "./deal/deal.graphql.js";
import { decideDuplicate } from "./duplicate/decide-duplicate.action.js";
import { DuplicateResolver } from "./duplicate/duplicate.graphql.js";
import { noteDuplicates } from "./duplicate/note-duplicates.action.js";
import { ExportResolver } from "./export/export.graphql.js";
import { tickets } from "./export/export.js";
import { claimExport, endExport, keepExportPart } from "./export/run-export.action.js";
import { ExportRunResolver } from "./export/run-export.graphql.js";
import { removeSavedQuery, saveQuery } from "./export/save-query.action.js";
import { SavedQueryResolver } from "./export/saved-query.graphql.js";
import { cancelExport, startExport } from "./export/start-export.action.js";
import { Person } from "./fact/fact.graphql.js";
import { FactResultResolver } from "./fact/fact-result.graphql.js";
import { onCertificationsChanged } from "./fact/on-certifications-changed.js";
import { onRegistrationsChanged } from "./fact/on-registrations-changed.js";
import { recordFacts } from "./fact/record-facts.action.js";
import { RecordFactsResolver } from "./fact/record-facts.graphql.js";
import { Hypothesis, HypothesisResolver, NextStep, NextStepResolver } from "./hypothesis/hypothesis.graphql.js";
import {
  Cohort,
  CohortIndicatorResolver,
  IndicatorResolver,
  PartnerIndicatorResolver,
} from "./indicator/indicator.graphql.js";
import { JobsResolver } from "./jobs.graphql.js";
import { createLoaders } from "./loaders.js";
import { EvidenceEdgeResolver } from "./measure/evidence.graphql.js";
import { MeasuredPartnerResolver, Measurement, MeasurementResolver, Partner } from "./measure/measurement.graphql.js";
import { onPartnersMeasurable } from "./measure/on-partners-measurable.js";
import { onPlacementStarted } from "./measure/on-placement-started.js";
import { onPartnersChanged } from "./partner/on-partners-changed.js";
import { type Permission, policy } from "./policy.js";
import { onProgramPublished } from "./program/on-program-published.js";
import type { MetricsPublisher } from "./publisher.js";
import { ExchangeRateResolver } from "./rate/rate.graphql.js";
import { recordRates } from "./rate/record-rates.action.js";
import { rebuildRollups } from "./reconcile/rebuild-rollups.action.js";
import { ReconcileResolver } from "./reconcile/reconcile.graphql.js";
import { TABLES } from "./tables.js";
import { onTierChanged } from "./tier-mirror/on-tier-changed.js";
import { decideWaiting } from "./waiting/decide-waiting.action.js";
import { DecideWaitingResolver } from "./waiting/decide-waiting.graphql.js";
import { releaseWaiting } from "./waiting/release-waiting.action.js";
import { WaitingFactResolver } from "./waiting/waiting-fact.graphql.js";

/** What a viewer may ask this service to do. */
const viewerActions = (db: Database, publish: MetricsPublisher, clock: Clock) => ({
  recordFacts: recordFacts(db, publish, clock),
  correctFacts: correctFacts(db, publish, clock),
  declareOwnedCustomers: declareOwnedCustomers(db, publish, clock),
  recordRates: recordRates(db, clock),
  decideDuplicate: decideDuplicate(db, publish, clock),
  decideWaiting: decideWaiting(db, publish, clock),
  rebuildRollups: rebuildRollups(db, publish),
  saveQuery: saveQuery(db, clock),
  removeSavedQuery: removeSavedQuery(db),
  startExport: startExport(db, clock),
  cancelExport: cancelExport(db, clock),
  claimExport: claimExport(db, clock),
  keepExportPart: keepExportPart(db, clock),
  endExport: endExport(db, clock),
  proposeAdjustment: proposeAdjustment(db, clock),
  proposeSeasonalFactors: proposeSeasonalFactors(db, clock),
  decideAdjustment: decideAdjustment(db, publish, clock),
  endAdjustment: endAdjustment(db, publish, clock),
  retryJobs: retryJobs(db, "metrics"),
});
export type ViewerActions = BoundActions<ReturnType<typeof viewerActions>>;

export const buildMetricsSubgraph = () =>
  buildSubgraph<Context, Permission>({
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
      HypothesisResolver,
      NextStepResolver,
      AdjustmentResolver,
      SavedQueryResolver,
      ExportResolver,
      ExportRunResolver,
      JobsResolver,
    ],
    orphanedTypes: [Partner, Measurement, Hypothesis, NextStep, Deal, Person, Cohort],
    permits: ({ viewer }, permission) => policy.permits(viewer, permission),
    references: {
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
  openService({ name: "metrics", tables: TABLES }, options, async (db) => {
    const publish: MetricsPublisher = publisher<EventBodies>(SUBSCRIBERS, options.clock);
    const actions = viewerActions(db, publish, options.clock);
    const cursorSigner = cursors(options.secret);
    const ofLinks = tickets(options.secret);
    const released = releaseWaiting(db, publish, options.clock);
    const duplicatesNoted = noteDuplicates(db);
    return {
      subgraph: await buildMetricsSubgraph(),
      contextFor: ({ viewer }): Context => ({
        viewer,
        actions: bindActions(actions, viewer),
        load: createLoaders({ db, viewer, cursors: cursorSigner, tickets: ofLinks, clock: options.clock }),
      }),
      handlers: subscribe(EVENTS, {
        PartnersChanged: onPartnersChanged(db),
        ProgramPublished: onProgramPublished(db, publish),
        FactsRecorded: (event) => released(event).then(() => duplicatesNoted(event)),
        FactsWaiting: released,
        PartnersMeasurable: onPartnersMeasurable(db, publish, options.clock),
        PlacementStarted: onPlacementStarted(db, publish, options.clock),
        TierChanged: onTierChanged(db),
        CertificationsChanged: onCertificationsChanged(db, publish, options.clock),
        RegistrationsChanged: onRegistrationsChanged(db, publish, options.clock),
      } satisfies HandlersOf<"metrics">),
    };
  });
