import type { Database } from "@tiergraph/kit/database/database";
import { publisher } from "@tiergraph/kit/jobs/publisher";
import { retryJobs } from "@tiergraph/kit/jobs/retry-jobs.action";
import { subscribe } from "@tiergraph/kit/jobs/subscribe";
import { cursors } from "@tiergraph/kit/paging/cursor";
import type { Clock } from "@tiergraph/kit/process/clock";
import { dayOf } from "@tiergraph/kit/process/clock";
import { type BoundActions, bindActions } from "@tiergraph/kit/subgraph/bind-actions";
import { buildSubgraph } from "@tiergraph/kit/subgraph/build-subgraph";
import { openService, type ServiceOptions } from "@tiergraph/kit/subgraph/open-service";
import type { Service } from "@tiergraph/kit/subgraph/service";
import { EVENTS, type EventBodies, SUBSCRIBERS } from "@tiergraph/schema/events";
import { AttemptResolver, ExaminedPersonResolver } from "./assessment/assessment.graphql.js";
import { publishAssessment } from "./assessment/publish-assessment.action.js";
import { finishAttemptWith, startAttempt } from "./assessment/take-assessment.action.js";
import { badgeSigner } from "./badge/open-badge.js";
import { CalendarResolver } from "./calendar/calendar.graphql.js";
import { makeCalendar } from "./calendar/make-calendar.action.js";
import { CertificationResolver } from "./certification/certification.graphql.js";
import { CheckCertificationResolver } from "./certification/check-certification.graphql.js";
import { CompletionResolver } from "./completion/completion.graphql.js";
import { recordCompletions } from "./completion/record-completions.action.js";
import { ContentResolver } from "./content/content.graphql.js";
import { ContentChangeResolver } from "./content/content-change.graphql.js";
import { confirmContent, noteReading, publishContent, writeContent } from "./content/write-content.action.js";
import type { Context } from "./context.js";
import { CourseResolver } from "./course/course.graphql.js";
import { enrollPeople } from "./enrollment/enroll-people.action.js";
import { EnrollPeopleResolver } from "./enrollment/enroll-people.graphql.js";
import { EnrollmentResolver } from "./enrollment/enrollment.graphql.js";
import { recordProgress } from "./enrollment/record-progress.action.js";
import { RecordProgressResolver } from "./enrollment/record-progress.graphql.js";
import { JobsResolver } from "./jobs.graphql.js";
import { Person } from "./learner/learner.graphql.js";
import { moveLearner } from "./learner/move-learner.action.js";
import { noteLearners } from "./learner/note-learners.action.js";
import { createLoaders } from "./loaders.js";
import {
  assignDaily,
  assignManager,
  handOver,
  recordAbsence,
  registerManager,
} from "./manager/change-managers.action.js";
import { ManagedPartnerResolver, VendorManagerResolver } from "./manager/manager.graphql.js";
import { completeModule } from "./module/complete-module.action.js";
import { ModuleResolver } from "./module/module.graphql.js";
import { blockStep, completeStep } from "./onboarding/change-step.action.js";
import { noteMilestones } from "./onboarding/note-milestones.action.js";
import { OnboardedPartnerResolver, OnboardingPlanResolver } from "./onboarding/onboarding.graphql.js";
import { notePartners } from "./partner/note-partners.action.js";
import { noteTiers } from "./partner/note-tiers.action.js";
import { LearningPathResolver } from "./path/path.graphql.js";
import { type Deed, policy } from "./policy.js";
import { noteProgram } from "./program/note-program.action.js";
import type { EnablementPublisher } from "./publisher.js";
import {
  NextStep,
  RecommendedPersonResolver,
  TierPath,
  TierTrainingResolver,
} from "./recommendation/recommendation.graphql.js";
import {
  addSandboxDeal,
  extendSandbox,
  leaseSandbox,
  reclaimDaily,
  releaseSandbox,
} from "./sandbox/lease-sandbox.action.js";
import { schemaProvider } from "./sandbox/provider.js";
import { SandboxDataResolver, SandboxedPartnerResolver } from "./sandbox/sandbox.graphql.js";
import { bookPlace, cancelPlace, recordAttendance } from "./session/book-place.action.js";
import { cancelSession, planSession, recordSession } from "./session/plan-session.action.js";
import { PartnerSessionsResolver, SessionPlaceResolver, SessionResolver } from "./session/session.graphql.js";
import { SessionChangeResolver } from "./session/session-change.graphql.js";
import { choose, publishScenario, startSimulation } from "./simulation/play-simulation.action.js";
import { PlayingPersonResolver, ScenarioResolver } from "./simulation/simulation.graphql.js";
import { recordStatements } from "./statement/record-statements.action.js";
import { StatementResolver } from "./statement/statement.graphql.js";
import {
  Partner,
  TrainedPartnerResolver,
  TrainedPersonResolver,
  TrainingResolver,
} from "./training/training.graphql.js";
import { declareEndpoint, recordCheck, runValidation, sendProbes } from "./validation/run-validation.action.js";
import { ValidatedPartnerResolver, ValidationRunResolver } from "./validation/validation.graphql.js";

/** Once a day, early: partners that wait for somebody with room are tried again, and sandboxes whose lease has ended go. UTC. */
const CRONTAB = "30 0 * * * assignDaily ?fill=1d\n35 0 * * * reclaimDaily ?fill=1d";

interface ActionParts {
  readonly db: Database;
  readonly publish: EnablementPublisher;
  readonly clock: Clock;
  readonly probedOrigins: readonly string[];
}

/** What a viewer may ask this service to do. */
const viewerActions = ({ db, publish, clock, probedOrigins }: ActionParts) => ({
  enrollPeople: enrollPeople(db, clock),
  recordProgress: recordProgress(db, clock),
  completeModule: completeModule(db, clock),
  publishAssessment: publishAssessment(db, clock),
  registerManager: registerManager(db, clock),
  recordAbsence: recordAbsence(db),
  handOver: handOver(db, clock),
  assignManager: assignManager(db, clock),
  writeContent: writeContent(db, clock),
  publishContent: publishContent(db, clock),
  confirmContent: confirmContent(db, clock),
  noteReading: noteReading(db, clock),
  declareEndpoint: declareEndpoint(db, clock, probedOrigins),
  runValidation: runValidation(db, publish, clock),
  recordCheck: recordCheck(db, clock),
  leaseSandbox: leaseSandbox(db, clock, schemaProvider),
  extendSandbox: extendSandbox(db),
  releaseSandbox: releaseSandbox(db, clock, schemaProvider),
  addSandboxDeal: addSandboxDeal(db, clock),
  publishScenario: publishScenario(db, clock),
  startSimulation: startSimulation(db, clock),
  choose: choose(db, clock),
  startAttempt: startAttempt(db, clock),
  completeStep: completeStep(db, clock),
  blockStep: blockStep(db, clock),
  finishAttempt: finishAttemptWith(db, publish, clock),
  recordCompletions: recordCompletions(db, publish, clock),
  recordStatements: recordStatements(db, publish, clock),
  makeCalendar: makeCalendar(db, clock),
  planSession: planSession(db, clock),
  cancelSession: cancelSession(db),
  recordSession: recordSession(db),
  bookPlace: bookPlace(db, clock),
  cancelPlace: cancelPlace(db, clock),
  recordAttendance: recordAttendance(db),
  retryJobs: retryJobs(db, "enablement"),
});
export type ViewerActions = BoundActions<ReturnType<typeof viewerActions>>;

export const buildEnablementSubgraph = () =>
  buildSubgraph<Context>({
    resolvers: [
      CourseResolver,
      EnrollmentResolver,
      EnrollPeopleResolver,
      RecordProgressResolver,
      CompletionResolver,
      CertificationResolver,
      CheckCertificationResolver,
      StatementResolver,
      CalendarResolver,
      LearningPathResolver,
      ModuleResolver,
      OnboardingPlanResolver,
      OnboardedPartnerResolver,
      VendorManagerResolver,
      ManagedPartnerResolver,
      ContentResolver,
      ContentChangeResolver,
      TierTrainingResolver,
      RecommendedPersonResolver,
      ValidationRunResolver,
      ValidatedPartnerResolver,
      SandboxDataResolver,
      SandboxedPartnerResolver,
      ScenarioResolver,
      PlayingPersonResolver,
      AttemptResolver,
      ExaminedPersonResolver,
      TrainingResolver,
      TrainedPartnerResolver,
      TrainedPersonResolver,
      SessionResolver,
      SessionPlaceResolver,
      PartnerSessionsResolver,
      SessionChangeResolver,
      JobsResolver,
    ],
    orphanedTypes: [Partner, Person, NextStep, TierPath],
    permits: ({ viewer }, deed) => policy.permits(viewer, deed as Deed), // `@Authorized` takes any text.
    references: {
      Partner: ({ id }, { load }) => load.partner(id),
      Person: ({ id }, { load }) => load.person.load(id),
      // Nothing is kept of them: what they stand for is in the id and what is required.
      NextStep: () => null,
      TierPath: (path) => path,
    },
  });

/** What partners' people learn, and what they are certified for. */
export const openEnablement = (options: ServiceOptions): Promise<Service> =>
  openService("enablement", options, async (db) => {
    const publish: EnablementPublisher = publisher<EventBodies>(SUBSCRIBERS, options.clock);
    const { clock, probedOrigins = [] } = options;
    const actions = viewerActions({ db, publish, clock, probedOrigins });
    const sealed = cursors(options.secret);
    const signer = badgeSigner(options.secret);
    return {
      subgraph: await buildEnablementSubgraph(),
      contextFor: ({ viewer }): Context => {
        const now = clock.now();
        return {
          viewer,
          actions: bindActions(actions, viewer),
          load: createLoaders({ db, viewer, cursors: sealed, now, signer }),
          today: dayOf(now),
        };
      },
      handlers: {
        ...subscribe(EVENTS, {
          PartnersChanged: notePartners(db),
          PeopleChanged: noteLearners(db),
          MilestonesReached: noteMilestones(db),
          ValidationStarted: sendProbes(db, clock, probedOrigins),
          PersonMoved: moveLearner(db, publish),
          ProgramPublished: noteProgram(db, publish),
          TierChanged: noteTiers(db),
        }),
        assignDaily: assignDaily(db, options.clock),
        reclaimDaily: reclaimDaily(db, options.clock, schemaProvider),
      },
      crontab: CRONTAB,
    };
  });
