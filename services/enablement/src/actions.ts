import type { Database } from "@tiergraph/kit/database/database";
import { retryJobs } from "@tiergraph/kit/jobs/retry-jobs.action";
import type { Clock } from "@tiergraph/kit/process/clock";
import { type BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import { publishAssessment } from "./assessment/publish-assessment.action.js";
import { finishAttemptWith, startAttempt } from "./assessment/take-assessment.action.js";
import { makeCalendar } from "./calendar/make-calendar.action.js";
import { recordCompletions } from "./completion/record-completions.action.js";
import { confirmContent, noteReading, publishContent, writeContent } from "./content/write-content.action.js";
import { enrollPeople } from "./enrollment/enroll-people.action.js";
import { recordProgress } from "./enrollment/record-progress.action.js";
import { assignManager, handOver, recordAbsence, registerManager } from "./manager/change-managers.action.js";
import { completeModule } from "./module/complete-module.action.js";
import { blockStep, completeStep } from "./onboarding/change-step.action.js";
import type { EnablementPublisher } from "./publisher.js";
import { addSandboxDeal, extendSandbox, leaseSandbox, releaseSandbox } from "./sandbox/lease-sandbox.action.js";
import { schemaProvider } from "./sandbox/provider.js";
import { bookPlace, cancelPlace, recordAttendance } from "./session/book-place.action.js";
import { cancelSession, planSession, recordSession } from "./session/plan-session.action.js";
import { choose, publishScenario, startSimulation } from "./simulation/play-simulation.action.js";
import { recordStatements } from "./statement/record-statements.action.js";
import { declareEndpoint, recordCheck, runValidation } from "./validation/run-validation.action.js";

/** What actions are made of. */
export interface ActionParts {
  readonly db: Database;
  readonly publish: EnablementPublisher;
  readonly clock: Clock;
  readonly probedOrigins: readonly string[];
}

/** What a viewer may ask this service to do. */
export const viewerActions = ({ db, publish, clock, probedOrigins }: ActionParts) => ({
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
