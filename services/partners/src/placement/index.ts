export { type DecisionRow, decisionTable } from "./decision.entity.js";
export { Decision, DecisionResolver, PlacementOutcome, Safeguard, TierAssessment } from "./decision.graphql.js";
export { type DecisionReads, decisionReads } from "./decision.reads.js";
export { countDecisions, findDecisions, findDecisionsInForce, listChains } from "./decision.store.js";
export { hashOf } from "./decision-chain.js";
export {
  type AssessmentNode,
  assessmentNode,
  type DecisionNode,
  decisionNode,
  measurementIdOf,
} from "./decision-node.js";
export { type DecisionStory, storyOf } from "./decision-story.js";
export { onPartnersPlaced } from "./on-partners-placed.js";
export { type OutlookRow, outlookTable } from "./outlook.entity.js";
export { type NextTier, OUTLOOK_FORMAT, outlookOf, readOutlook, type TierOutlook } from "./outlook.js";
export { findOutlooks } from "./outlook.store.js";
export { outlookRows } from "./outlook-rows.js";
export { placeMeasuredPartners } from "./place-measured-partners.action.js";
export { publishBegunTiers } from "./publish-begun-tiers.tx.js";
export { place } from "./record-verdicts.tx.js";
export { tierPeriodTable } from "./tier-period.entity.js";
export type { TierStatusRow } from "./tier-status.entity.js";
export { tierStatusTable } from "./tier-status.entity.js";
export {
  type DecidedStatusRow,
  findDecidedStatuses,
  findStatusesWithOutlook,
  findTierStatuses,
  listTierPeriods,
} from "./tier-status.store.js";
