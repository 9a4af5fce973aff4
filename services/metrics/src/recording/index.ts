export { recordingActions } from "./actions.js";
export { type CheckedFact, checkFact } from "./check-fact.js";
export { creditedMinor } from "./credited.js";
export { boundsOf } from "./fact-bounds.tx.js";
export { FactInput, FactReferenceInput, RecordedFactKind, referenceOf, reportOf } from "./fact-input.graphql.js";
export { countOf, FactResult, FactResultResolver, resultOf } from "./fact-result.graphql.js";
export { findListeners, publishFactEvents, sendFactsAgain } from "./publish-fact-events.tx.js";
export { recordIn } from "./record-facts.action.js";
export { RecordFactsResolver } from "./record-facts.graphql.js";
export type { FactBounds } from "./report-bounds.js";
export { rowsAround } from "./rows-around.tx.js";
export {
  type CheckedReport,
  type FactOutcome,
  fitting,
  outcomeOf,
  settleAmounts,
  sharesProblem,
} from "./settle-batch.js";
