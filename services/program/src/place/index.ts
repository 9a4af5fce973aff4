/** Assessment, history and safeguards to a placement decision, and its explanation. */
export { batchPlacer, type RecordOutline } from "./batch-placer.js";
export { addLength, endOfPeriod, startOfPeriod } from "./cadence.js";
export { barInWords, impliedBy, missedClauses, othersInWords } from "./clauses.js";
export {
  type AdjustmentInput,
  type DecisionInputs,
  type DecisionRecord,
  type Hold,
  type MeasureInput,
  type Override,
  type PlacementOutcome,
  recordOf,
  serializeRecord,
} from "./decision.js";
export { explainDecision, type PlacementExplanation, placementOf } from "./explain-decision.js";
export { SAFEGUARD_RULES, type Safeguard, type SafeguardRule } from "./govern.js";
export type { GovernanceState, TierReviews } from "./governance-state.js";
export { decodeHypothesis, encodeHypothesis, type Hypothesis, valuesOfHypothesis } from "./hypothesis-id.js";
export { inputOf, inputsOf, valueOfInput, valuesOfInputs } from "./inputs.js";
export { type JudgePartner, judge, traceOf } from "./judge.js";
export type { ManualTier } from "./manual-tier.js";
export { decodeNextStep, encodeNextStep } from "./next-step-id.js";
export { decide, type PlacePartner, placePartner } from "./place-partner.js";
export { replayDecision } from "./replay.js";
export { firstReviewedOn, firstReviewsOfTiers } from "./reviews.js";
export { mayQuotePeople, safeguardInWords, withoutPeoplesWords } from "./summarize-placement.js";
export { termInWords } from "./term-in-words.js";
export { decodeTierPath, encodeTierPath } from "./tier-path-id.js";
