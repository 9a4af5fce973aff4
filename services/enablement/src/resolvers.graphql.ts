import type { NonEmptyArray } from "type-graphql";
import { AttemptResolver, ExaminedPersonResolver } from "./assessment/assessment.graphql.js";
import { CalendarResolver } from "./calendar/calendar.graphql.js";
import { CertificationResolver } from "./certification/certification.graphql.js";
import { CheckCertificationResolver } from "./certification/check-certification.graphql.js";
import { CompletionResolver } from "./completion/completion.graphql.js";
import { ContentResolver, ContentSectionResolver } from "./content/content.graphql.js";
import { ContentChangeResolver } from "./content/content-change.graphql.js";
import { CourseResolver } from "./course/course.graphql.js";
import { EnrollPeopleResolver } from "./enrollment/enroll-people.graphql.js";
import { EnrollmentResolver } from "./enrollment/enrollment.graphql.js";
import { RecordProgressResolver } from "./enrollment/record-progress.graphql.js";
import { JobsResolver } from "./jobs.graphql.js";
import { ManagedPartnerResolver, VendorManagerResolver } from "./manager/manager.graphql.js";
import { ModuleResolver } from "./module/module.graphql.js";
import { OnboardedPartnerResolver, OnboardingPlanResolver } from "./onboarding/onboarding.graphql.js";
import { LearningPathResolver } from "./path/path.graphql.js";
import { RecommendedPersonResolver, TierTrainingResolver } from "./recommendation/recommendation.graphql.js";
import { SandboxDataResolver, SandboxedPartnerResolver } from "./sandbox/sandbox.graphql.js";
import { PartnerSessionsResolver, SessionPlaceResolver, SessionResolver } from "./session/session.graphql.js";
import { SessionChangeResolver } from "./session/session-change.graphql.js";
import { PlayingPersonResolver, ScenarioResolver } from "./simulation/simulation.graphql.js";
import { StatementResolver } from "./statement/statement.graphql.js";
import { TrainedPartnerResolver, TrainedPersonResolver, TrainingResolver } from "./training/training.graphql.js";
import { ValidatedPartnerResolver, ValidationRunResolver } from "./validation/validation.graphql.js";

/** All classes that answer fields of this subgraph. */
export const RESOLVERS: NonEmptyArray<new () => object> = [
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
];
