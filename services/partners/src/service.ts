import { auditEntryTable, auditSealTable } from "@tiergraph/kit/audit/audit.entity";
import { auditResolver } from "@tiergraph/kit/audit/audit.graphql";
import { jobsResolver } from "@tiergraph/kit/jobs/jobs.graphql";
import { publisher } from "@tiergraph/kit/jobs/publisher";
import { subscribe } from "@tiergraph/kit/jobs/subscribe";
import { TRIM_CRONTAB, trimLiveEvents } from "@tiergraph/kit/live/trim-live-events.action";
import { subgraphBuilder } from "@tiergraph/kit/subgraph/build-subgraph";
import { openService, type ServiceOptions } from "@tiergraph/kit/subgraph/open-service";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { once, readsOnDemand } from "@tiergraph/kit/subgraph/reads-on-demand";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argumentsWithin, selects, selectsWithin } from "@tiergraph/kit/subgraph/selects";
import type { Service } from "@tiergraph/kit/subgraph/service";
import { EVENTS, type EventBodies, type HandlersOf, LATER, SUBSCRIBERS } from "@tiergraph/schema/events";
import { LANGUAGES, say } from "@tiergraph/schema/messages";
import { CohortResolver, cohortActions, cohortMemberTable, cohortReads, cohortTable } from "./cohort/index.js";
import { placeDaily } from "./daily-run/index.js";
import { DraftResolver, draftActions, draftReads, programDraftTable } from "./draft/index.js";
import { FairnessResolver, fairnessReads } from "./fairness/index.js";
import { Hypothesis, hypothesisReads } from "./hypothesis/index.js";
import { LiveEventResolver, liveEventReads, liveEventTable } from "./live-event/index.js";
import { NodeResolver, STUBS } from "./node/index.js";
import { OverrideResolver, overrideActions, overrideReads, overrideTable } from "./override/index.js";
import {
  Partner,
  PartnerResolver,
  partnerReads,
  partnerTable,
  partnerWordTable,
  type ReadAhead,
} from "./partner/index.js";
import { PartnerListResolver, partnerListReads } from "./partner-list/index.js";
import {
  PeopleOfPartnerResolver,
  Person,
  type PersonReads,
  PersonResolver,
  personActions,
  personReads,
  personTable,
} from "./person/index.js";
import {
  DecisionResolver,
  decisionReads,
  decisionTable,
  onPartnersPlaced,
  outlookTable,
  placeMeasuredPartners,
  tierPeriodTable,
  tierStatusTable,
} from "./placement/index.js";
import {
  PlacementRunResolver,
  placementRunActions,
  placementRunReads,
  placementRunTable,
} from "./placement-run/index.js";
import { type Permission, policy } from "./policy.js";
import {
  type ProgramCache,
  ProgramResolver,
  programCache,
  programReads,
  programStartTable,
  programVersionTable,
  Tier,
} from "./program/index.js";
import { PublicationResolver, publicationActions } from "./publication/index.js";
import type { PartnersActionParts } from "./publisher.js";
import { RegistrationResolver, registrationActions } from "./registration/index.js";
import { Measurement } from "./requirement/index.js";
import { ReviewResolver, reviewActions, reviewReads, reviewTable } from "./review/index.js";
import {
  readFor,
  TierOfPartnerResolver,
  TierPathResolver,
  type TierStatusReads,
  TierStatusResolver,
  tierStatusReads,
} from "./tier-status/index.js";
import { JobQueue, PageArgs, PageInfo } from "./values.graphql.js";
import { TierDigestResolver, VerificationResolver, verificationReads } from "./verification/index.js";
import { ViewerResolver, viewerOf, viewerReads } from "./viewer/index.js";

/** Once a day, early: windows have moved on by then and nobody has looked yet. UTC. Made up for after a night off. */
const CRONTAB = `10 0 * * * placeDaily ?fill=1d\n${TRIM_CRONTAB}`;

/** All tables of this service: its entity manager writes them, and the migrated database is held against them. */
export const TABLES = [
  auditEntryTable("partners"),
  auditSealTable("partners"),
  cohortTable,
  cohortMemberTable,
  decisionTable,
  liveEventTable,
  outlookTable,
  overrideTable,
  partnerTable,
  partnerWordTable,
  personTable,
  placementRunTable,
  programDraftTable,
  programStartTable,
  programVersionTable,
  reviewTable,
  tierPeriodTable,
  tierStatusTable,
];

/** What a viewer may ask this service to do. */
const actionsOf = (parts: PartnersActionParts) => ({
  ...cohortActions(parts),
  ...draftActions(parts),
  ...overrideActions(parts),
  ...personActions(parts),
  ...placementRunActions(parts),
  ...publicationActions(parts),
  ...registrationActions(parts),
  ...reviewActions(parts),
});

const join = readsOnDemand();

/** How the resolvers of one request read: as its viewer, each kind of thing in one statement a request level. */
const readsOf = (parts: ReadParts, programs: ProgramCache) => {
  const people = once(() => personReads(parts));
  const tiers = once(() => tierStatusReads(parts, programs));
  return join(
    () => readAhead(people, tiers),
    () => cohortReads(parts),
    () => decisionReads(parts, programs),
    () => draftReads(parts),
    () => fairnessReads(parts),
    () => hypothesisReads(parts),
    () => liveEventReads(parts),
    () => overrideReads(parts),
    () => partnerListReads(parts),
    () => partnerReads(parts),
    people,
    () => placementRunReads(parts),
    () => programReads(parts),
    () => reviewReads(parts),
    tiers,
    () => verificationReads(parts, programs),
    () => viewerReads(parts),
  );
};

/** What is read ahead fails, where it does, once more where it is awaited. */
const readAhead = (people: () => PersonReads, tiers: () => TierStatusReads): ReadAhead => ({
  readAhead(partnerId, info) {
    for (const page of argumentsWithin(info, "people"))
      people()
        .people(partnerId, page)
        .catch(() => undefined);
    if (!selects(info, ["tierStatus"])) return;
    const asked = readFor((fields) => selectsWithin(info, "tierStatus", fields));
    tiers()
      .tierStatus(partnerId, asked)
      .catch(() => undefined);
  },
});
type Context = RequestContext<ReturnType<typeof readsOf>, unknown, Permission>;

export const buildPartnersSubgraph = subgraphBuilder<Context, Permission>({
  resolvers: [
    PartnerResolver,
    PartnerListResolver,
    RegistrationResolver,
    PersonResolver,
    PeopleOfPartnerResolver,
    ProgramResolver,
    PublicationResolver,
    DraftResolver,
    PlacementRunResolver,
    TierStatusResolver,
    TierPathResolver,
    TierOfPartnerResolver,
    DecisionResolver,
    OverrideResolver,
    ReviewResolver,
    FairnessResolver,
    CohortResolver,
    VerificationResolver,
    NodeResolver,
    ViewerResolver,
    TierDigestResolver,
    LiveEventResolver,
    jobsResolver("partners", JobQueue),
    auditResolver("partners", { PageInfo, PageArgs }),
  ],
  orphanedTypes: [Partner, Person, Tier, Measurement, Hypothesis, ...STUBS],
  permits: ({ viewer }, permission) => policy.permits(viewer, permission),
  references: {
    // Of nobody but who asks.
    Viewer: ({ id }, context) => (id === context.load.viewer().id ? viewerOf(context) : null),
    Partner: ({ id }, { load }) => load.partner.load(id),
    Person: ({ id }, { load }) => load.person.load(id),
    Tier: ({ id }, { load }) => load.tier(id),
    Cohort: ({ name }, { load }) => load.cohort.load(String(name)),
    Hypothesis: ({ id }, { load }) => load.hypothesis(id),
  },
});

/** Partners, their people, the program, and where the program places them. */
export const openPartners = (options: ServiceOptions): Promise<Service> =>
  openService({ name: "partners", tables: TABLES, policy, languages: LANGUAGES, say }, options, async (db) => {
    const { clock } = options;
    const parts = { db, clock, publish: publisher<EventBodies>(SUBSCRIBERS, clock, LATER) };
    const programs = programCache(db);
    return {
      subgraph: await buildPartnersSubgraph(),
      actions: actionsOf(parts),
      readsOf: (read) => readsOf(read, programs),
      handlers: {
        ...subscribe(EVENTS, {
          MeasuresChanged: placeMeasuredPartners(db, parts.publish, clock),
          PartnersPlaced: onPartnersPlaced(db, programs),
        } satisfies HandlersOf<"partners">),
        placeDaily: placeDaily(db, parts.publish, clock),
        trimLiveEvents: trimLiveEvents(db, "partners", clock),
      },
      crontab: CRONTAB,
    };
  });
