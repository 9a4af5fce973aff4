export { type EnrollmentRow, enrollmentTable } from "./enrollment.entity.js";
export { Enrollment, EnrollmentResolver } from "./enrollment.graphql.js";
export { enroll, keyOf } from "./enrollment.js";
export { enrollmentReads } from "./enrollment.reads.js";
export {
  copyEnrollments,
  copyModules,
  type EnrollmentKey,
  findEnrollments,
  listEnrollmentsOfPeople,
  putEnrollments,
} from "./enrollment.store.js";
export { enrollmentOf } from "./enrollment-node.js";
export { type ModuleRow, moduleProgressTable } from "./module-progress.entity.js";
