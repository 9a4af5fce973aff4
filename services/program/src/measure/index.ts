/** Facts to exact values: the reference that the SQL of metrics is tested against. */
export type { Adjustment, MeasureAdjustment } from "./adjustment.js";
export { type CappedCustomer, type CappedCustomers, capInWords, cappedCustomers } from "./capped-customers.js";
export { combineOperands, nothingOf, type Part, valueElsewhere } from "./combine.js";
export { type CountedFact, type CountedFactQuery, countedFact } from "./counted-fact.js";
export type { Fact } from "./fact.js";
export { factMeasures } from "./fact-measures.js";
export type { CarriedField, FactSelection } from "./fact-selection.js";
export { factSelectionsOf } from "./fact-selections-of.js";
export type { FactTotals, GatheredRow, Gathering, Rank, RankedMeasure, RankedSums } from "./fact-totals.js";
export { isNeverNegative } from "./gathered.js";
export { fallsBelowZero, type HeldAtZero, heldAtZero } from "./held-at-zero.js";
export { type LateFact, lateInWords, recountedInWords } from "./late-in-words.js";
export type { MeasureContext } from "./measure-context.js";
export { countedFacts, measureFacts, measureFromSums } from "./measure-facts.js";
export { daysOf } from "./measure-simple.js";
export type { MeasureValue } from "./measure-value.js";
export { decodeMeasurementId, encodeMeasurementId, type MeasurementKey } from "./measurement-id.js";
export { NO_FACTS } from "./no-facts.js";
export { ranksOf, shareOfRank } from "./percentile.js";
export { NOTHING_CLOSES, type Posting, type PostingDay, postingDay, postingOn } from "./posting-day.js";
export { rangeOfMeasure } from "./range-of-measure.js";
export {
  type AdditiveSeries,
  additiveSeries,
  attributeOf,
  matchesSource,
  type Series,
  seriesOf,
  seriesOfKey,
  termOf,
} from "./series.js";
export { totalsOfFacts } from "./totals-of-facts.js";
export { type DayRange, windowRange } from "./window.js";
