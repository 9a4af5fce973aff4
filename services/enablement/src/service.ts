import { auditResolver } from "@tiergraph/kit/audit/audit.graphql";
import { jobsResolver } from "@tiergraph/kit/jobs/jobs.graphql";
import { publisher } from "@tiergraph/kit/jobs/publisher";
import { subscribe } from "@tiergraph/kit/jobs/subscribe";
import { subgraphBuilder } from "@tiergraph/kit/subgraph/build-subgraph";
import { openService, type ServiceOptions } from "@tiergraph/kit/subgraph/open-service";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { readsOnDemand } from "@tiergraph/kit/subgraph/reads-on-demand";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { selects } from "@tiergraph/kit/subgraph/selects";
import type { Service } from "@tiergraph/kit/subgraph/service";
import { EVENTS, type EventBodies, type HandlersOf, SUBSCRIBERS } from "@tiergraph/schema/events";
import { LANGUAGES, say } from "@tiergraph/schema/messages";
import {
  AttemptResolver,
  assessmentActions,
  assessmentReads,
  CourseAssessmentResolver,
  ExaminedPersonResolver,
} from "./assessment/index.js";
import { BadgeResolver, type BadgeSigner, badgeReads, badgeSigner } from "./badge/index.js";
import { CalendarResolver, calendarActions, calendarReads } from "./calendar/index.js";
import { CertificationResolver, CheckCertificationResolver, certificationReads } from "./certification/index.js";
import { CompletionResolver, completionActions } from "./completion/index.js";
import {
  ContentChangeResolver,
  ContentResolver,
  ContentSectionResolver,
  contentActions,
  contentReads,
} from "./content/index.js";
import { CourseResolver, courseReads } from "./course/index.js";
import { EnrollPeopleResolver, enrollingActions, RecordProgressResolver } from "./enrolling/index.js";
import { EnrollmentResolver, enrollmentReads } from "./enrollment/index.js";
import { Partner, Person, Viewer, viewerNode } from "./entities.graphql.js";
import { learnerReads } from "./learner/index.js";
import {
  assignDaily,
  ManagedPartnerResolver,
  managerActions,
  managerReads,
  VendorManagerResolver,
} from "./manager/index.js";
import { ModuleResolver, moduleActions, moduleReads } from "./module/index.js";
import {
  OnboardedPartnerResolver,
  OnboardingChangeResolver,
  OnboardingPlanResolver,
  onboardingActions,
  onboardingReads,
} from "./onboarding/index.js";
import { partnerReads } from "./partner/index.js";
import { LearningPathResolver, pathReads } from "./path/index.js";
import { type Permission, policy } from "./policy.js";
import { programReader } from "./program/index.js";
import type { EnablementActionParts } from "./publisher.js";
import {
  NextStep,
  RecommendedPersonResolver,
  recommendationReads,
  TierPath,
  TierTrainingResolver,
} from "./recommendation/index.js";
import {
  reclaimDaily,
  SandboxDataResolver,
  SandboxedPartnerResolver,
  sandboxActions,
  sandboxReads,
  schemaProvider,
} from "./sandbox/index.js";
import {
  PartnerSessionsResolver,
  SessionChangeResolver,
  SessionPlaceResolver,
  SessionResolver,
  sessionActions,
  sessionReads,
} from "./session/index.js";
import { PlayingPersonResolver, ScenarioResolver, simulationActions, simulationReads } from "./simulation/index.js";
import { StatementResolver, statementActions } from "./statement/index.js";
import { TABLES } from "./tables.js";
import { TrainedPartnerResolver, TrainedPersonResolver, TrainingResolver, trainingReads } from "./training/index.js";
import {
  onMilestonesReached,
  onPartnersChanged,
  onPeopleChanged,
  onPersonMoved,
  onProgramPublished,
  onTierChanged,
} from "./upstream/index.js";
import {
  sendProbes,
  ValidatedPartnerResolver,
  ValidationRunResolver,
  validationActions,
  validationReads,
} from "./validation/index.js";
import { JobQueue, PageArgs, PageInfo } from "./values.graphql.js";

/** Once a day, early: partners that wait for somebody with room are tried again, and sandboxes whose lease has ended go. UTC. */
const CRONTAB = "30 0 * * * assignDaily ?fill=1d\n35 0 * * * reclaimDaily ?fill=1d";

export { TABLES } from "./tables.js";

/** What a viewer may ask this service to do. */
const actionsOf = (parts: EnablementActionParts) => ({
  ...assessmentActions(parts),
  ...calendarActions(parts),
  ...completionActions(parts),
  ...contentActions(parts),
  ...enrollingActions(parts),
  ...managerActions(parts),
  ...moduleActions(parts),
  ...onboardingActions(parts),
  ...sandboxActions(parts),
  ...sessionActions(parts),
  ...simulationActions(parts),
  ...statementActions(parts),
  ...validationActions(parts),
});

const join = readsOnDemand();

/** How the resolvers of one request read: as its viewer, each kind of thing in one statement a request level. */
function readsOf(parts: ReadParts & { signer: BadgeSigner }) {
  const program = programReader(parts);
  return join(
    () => certificationReads(parts, program),
    () => assessmentReads(parts),
    () => badgeReads(program, parts.signer),
    () => calendarReads(parts),
    () => contentReads(parts),
    () => courseReads(parts, program),
    () => enrollmentReads(parts),
    () => learnerReads(parts),
    () => managerReads(parts),
    () => moduleReads(parts),
    () => onboardingReads(parts, program),
    () => partnerReads(parts),
    () => pathReads(program),
    () => recommendationReads(parts, program),
    () => sandboxReads(parts),
    () => sessionReads(parts),
    () => simulationReads(parts),
    () => trainingReads(parts, program),
    () => validationReads(parts, program),
  );
}
type Context = RequestContext<ReturnType<typeof readsOf>, unknown, Permission>;

export const buildEnablementSubgraph = subgraphBuilder<Context, Permission>({
  resolvers: [
    CourseResolver,
    EnrollmentResolver,
    EnrollPeopleResolver,
    RecordProgressResolver,
    CompletionResolver,
    CertificationResolver,
    CheckCertificationResolver,
    BadgeResolver,
    StatementResolver,
    CalendarResolver,
    LearningPathResolver,
    ModuleResolver,
    OnboardingPlanResolver,
    OnboardingChangeResolver,
    OnboardedPartnerResolver,
    VendorManagerResolver,
    ManagedPartnerResolver,
    ContentResolver,
    ContentSectionResolver,
    ContentChangeResolver,
    TierTrainingResolver,
    RecommendedPersonResolver,
    ValidationRunResolver,
    ValidatedPartnerResolver,
    SandboxDataResolver,
    SandboxedPartnerResolver,
    ScenarioResolver,
    PlayingPersonResolver,
    CourseAssessmentResolver,
    AttemptResolver,
    ExaminedPersonResolver,
    TrainingResolver,
    TrainedPartnerResolver,
    TrainedPersonResolver,
    SessionResolver,
    SessionPlaceResolver,
    PartnerSessionsResolver,
    SessionChangeResolver,
    jobsResolver("enablement", JobQueue),
    auditResolver("enablement", { PageInfo, PageArgs }),
  ],
  orphanedTypes: [Viewer, Partner, Person, NextStep, TierPath],
  permits: ({ viewer }, permission) => policy.permits(viewer, permission),
  references: {
    Viewer: ({ id }, { viewer }) => viewerNode(id, viewer),
    Partner: ({ id }, { load }) => load.partner(id),
    // How far a person is trained says also whether there is one.
    Person: async ({ id }, { load }, info) => {
      if (!selects(info, ["training"])) return load.person.load(id);
      return (await load.trainedPerson.load(id)) === null ? null : { id };
    },
    Course: ({ id }, { load }) => load.courseOfId(id),
    Enrollment: ({ id }, { load }) => load.enrollment.load(id),
    LearningPath: ({ id }, { load }) => load.learningPathOfId(id),
    VendorManager: ({ id }, { load }) => load.managerOfId(id),
    Certification: ({ id }, { load }) => load.certification.load(id),
    OnboardingPlan: ({ id }, { load }) => load.onboardingPlan.load(id),
    // Nothing is kept of them: what they stand for is in the id and what is required.
    NextStep: () => null,
    TierPath: (path) => path,
  },
});

/** What partners' people learn, and what they are certified for. */
export const openEnablement = (options: ServiceOptions): Promise<Service> =>
  openService({ name: "enablement", tables: TABLES, policy, languages: LANGUAGES, say }, options, async (db) => {
    const { clock, probedOrigins = [] } = options;
    const parts = { db, clock, probedOrigins, publish: publisher<EventBodies>(SUBSCRIBERS, clock) };
    const signer = badgeSigner(options.secret);
    return {
      subgraph: await buildEnablementSubgraph(),
      actions: actionsOf(parts),
      readsOf: (read) => readsOf({ ...read, signer }),
      handlers: {
        ...subscribe(EVENTS, {
          PartnersChanged: onPartnersChanged(db),
          PeopleChanged: onPeopleChanged(db),
          MilestonesReached: onMilestonesReached(db),
          ValidationStarted: sendProbes(db, clock, probedOrigins),
          PersonMoved: onPersonMoved(db, parts.publish),
          ProgramPublished: onProgramPublished(db, parts.publish),
          TierChanged: onTierChanged(db),
        } satisfies HandlersOf<"enablement">),
        assignDaily: assignDaily(db, clock),
        reclaimDaily: reclaimDaily(db, clock, schemaProvider),
      },
      crontab: CRONTAB,
    };
  });
