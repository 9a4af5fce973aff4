/** Requirements and measures to an assessment: met or not, how far, what is missing. */
export { assessRequirement } from "./assess-requirement.js";
export { isGroupedBy } from "./assess-threshold.js";
export { assessTier, betterOf, keepingShare, keepsTier, lineage, requiredTiers } from "./assess-tier.js";
export type {
  AssessedApproval,
  AssessedCommon,
  AssessedGroup,
  AssessedRequirement,
  AssessedScore,
  AssessedSheet,
  AssessedTenure,
  AssessedTerm,
  AssessedThreshold,
  AssessedWeight,
  AssessedWithheld,
  ScoreTotal,
  TierAssessment,
} from "./assessed.js";
export { barFor, isReached, shownBar, unitDigits } from "./bar.js";
export { type Classification, classified, classify } from "./classify.js";
export { cohortOf } from "./cohort.js";
export type { Evidence } from "./evidence.js";
export { ANYTHING, contains, type Interval, included, isEmptyInterval, reaching, shared } from "./interval.js";
export { possibleValues } from "./possible-values.js";
export { isAsked, type PlacedPartner, type Subject, subjectOf, subjectsOf } from "./subject.js";
