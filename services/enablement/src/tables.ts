import { auditEntryTable, auditSealTable } from "@tiergraph/kit/audit/audit.entity";
import { assessmentTable, attemptTable } from "./assessment/index.js";
import { calendarTable } from "./calendar/index.js";
import { certificationTable } from "./certification/index.js";
import { contentReadingTable, contentTable, contentVersionTable } from "./content/index.js";
import { courseVersionTable } from "./course/index.js";
import { enrollmentTable, moduleProgressTable } from "./enrollment/index.js";
import { learnerTable } from "./learner/index.js";
import { absenceTable, assignmentChangeTable, assignmentTable, managerTable } from "./manager/index.js";
import { milestoneTable, onboardingPlanTable, onboardingStepTable } from "./onboarding/index.js";
import { partnerTable } from "./partner/index.js";
import { programVersionTable } from "./program/index.js";
import { sandboxTable } from "./sandbox/index.js";
import { sessionPlaceTable, sessionTable } from "./session/index.js";
import { playTable, scenarioTable } from "./simulation/index.js";
import { endpointTable, validationCheckTable, validationRunTable } from "./validation/index.js";

/** All tables of this service: its entity manager writes them, and the migrated database is held against them. */
export const TABLES = [
  auditEntryTable("enablement"),
  auditSealTable("enablement"),
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
