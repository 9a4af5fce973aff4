/** What a tier asks: thresholds, scores, groups, rules, approvals, and the markets that scale them. */
export type { Approval } from "./approval.js";
export type { Citable, Rules } from "./citable.js";
export { citedByTerm, citedMeasures } from "./cited-measures.js";
export type { Market } from "./market.js";
export { readApprovals } from "./parse-approvals.js";
export { AUDIENCE_KEYS, readAudience } from "./parse-audience.js";
export { readMarkets } from "./parse-markets.js";
export { readRequirement } from "./parse-requirement.js";
export { readScores } from "./parse-score.js";
export { printMarket } from "./print-market.js";
export { printAudience, printRequirement, printScore, printTerm, type Units } from "./print-requirement.js";
export {
  type ApprovalRequirement,
  type Audience,
  type BestScore,
  type Bound,
  type ChoiceTerm,
  EVERYONE,
  type GroupedRequirement,
  type KeepingBar,
  type MeasureTerm,
  type NamedTerm,
  type RatedTerm,
  type Requirement,
  type RequirementGroup,
  type Score,
  type ScoreRequirement,
  type ScoreSheet,
  type ScoreTerm,
  type TenureRequirement,
  type Threshold,
  type TotalTerm,
  type WithheldRequirement,
} from "./requirement.js";
export { comparedLeaves, keepingText, skeletonOf, type UnitsAndCurrency } from "./requirement-differences.js";
export { conjunctsOf, isForEveryone, leavesOfRequirement, nodesOf, partsOf } from "./requirement-tree.js";
export { MAX_CITED, type NamedRule, readRules, spelledOut } from "./rules.js";
export { scoresWithin, sheetsOf, termsOfTerm, termsWithin } from "./score-terms.js";
export { tracksCitedIn } from "./tracks-cited-in.js";
