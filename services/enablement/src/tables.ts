import type { AnyTable } from "@tiergraph/kit/database/table";
import { assessmentTable } from "./assessment/assessment.entity.js";
import { attemptTable } from "./assessment/attempt.entity.js";
import { calendarTable } from "./calendar/calendar.entity.js";
import { certificationTable } from "./certification/certification.entity.js";
import { contentTable } from "./content/content.entity.js";
import { contentReadingTable } from "./content/content-reading.entity.js";
import { contentVersionTable } from "./content/content-version.entity.js";
import { courseVersionTable } from "./course/course-version.entity.js";
import { enrollmentTable } from "./enrollment/enrollment.entity.js";
import { moduleProgressTable } from "./enrollment/module-progress.entity.js";
import { learnerTable } from "./learner/learner.entity.js";
import { absenceTable } from "./manager/absence.entity.js";
import { assignmentTable } from "./manager/assignment.entity.js";
import { assignmentChangeTable } from "./manager/assignment-change.entity.js";
import { managerTable } from "./manager/manager.entity.js";
import { milestoneTable } from "./onboarding/milestone.entity.js";
import { onboardingPlanTable } from "./onboarding/onboarding-plan.entity.js";
import { onboardingStepTable } from "./onboarding/onboarding-step.entity.js";
import { partnerTable } from "./partner/partner.entity.js";
import { programVersionTable } from "./program/program-version.entity.js";
import { sandboxTable } from "./sandbox/sandbox.entity.js";
import { sessionTable } from "./session/session.entity.js";
import { sessionPlaceTable } from "./session/session-place.entity.js";
import { playTable } from "./simulation/play.entity.js";
import { scenarioTable } from "./simulation/scenario.entity.js";
import { endpointTable } from "./validation/endpoint.entity.js";
import { validationCheckTable } from "./validation/validation-check.entity.js";
import { validationRunTable } from "./validation/validation-run.entity.js";

/** All tables of this service: what its entity manager writes, and what the migrated database is held against. */
export const TABLES: readonly AnyTable[] = [
  assessmentTable,
  attemptTable,
  calendarTable,
  certificationTable,
  contentReadingTable,
  contentVersionTable,
  contentTable,
  courseVersionTable,
  enrollmentTable,
  moduleProgressTable,
  learnerTable,
  absenceTable,
  assignmentChangeTable,
  assignmentTable,
  managerTable,
  milestoneTable,
  onboardingPlanTable,
  onboardingStepTable,
  partnerTable,
  programVersionTable,
  sandboxTable,
  sessionPlaceTable,
  sessionTable,
  playTable,
  scenarioTable,
  endpointTable,
  validationCheckTable,
  validationRunTable,
];
