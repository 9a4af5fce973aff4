/** The sections on training, onboarding and sandboxes. */
export {
  awaitedKinds,
  type Course,
  type CourseCertification,
  type CourseModule,
  type EnablementSections,
  isForTracks,
  type LearningPath,
  type Maturity,
  type Onboarding,
  type PlanStep,
  type PlanTemplate,
  type Role,
  type SandboxTerms,
  type Validation,
  type ValidationCheck,
} from "./enablement.js";
export { readCourses } from "./parse-courses.js";
export { readMaturities, readOnboarding, readPaths, readSandboxTerms, readValidations } from "./parse-enablement.js";
export { printEnablement } from "./print-enablement.js";
