export {
  checkReport,
  findSubject,
  MAX_REPORTS_PER_BATCH,
  type Refused,
  type ReportProblem,
  type Standing,
  type SubjectProblem,
  type TrainingSubject,
} from "./check-report.js";
export { lockStanding } from "./lock-standing.tx.js";
export { countOutcomes, refusalOf, TrainingOutcome, TrainingRefusalCode } from "./report.graphql.js";
export { refusalOfSubject, SUBJECT_REFUSALS } from "./report.refusals.js";
