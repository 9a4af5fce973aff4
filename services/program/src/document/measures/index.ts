/** The sections `measures` and `reviews`: numbers computed from facts. */
export type {
  ActivePeriodsMeasure,
  ChangeMeasure,
  CohortWord,
  CompositeMeasure,
  CountMeasure,
  DistinctField,
  DistinctMeasure,
  ExtremeMeasure,
  GroupExtremeMeasure,
  Measure,
  MeasureUnit,
  PercentileBasis,
  PercentileMeasure,
  RateMeasure,
  RatioMeasure,
  ReviewMeasure,
  SimpleMeasure,
  StatisticMeasure,
  SumMeasure,
  TotalMeasure,
} from "./measure.js";
export { readBound, type Scale, scaleOf } from "./parse-bound.js";
export { readMeasures } from "./parse-measures.js";
export { readReviews } from "./parse-reviews.js";
export { groupedBy, isFromFacts, isSimple, leavesOf, operandsOf, operandsWithin } from "./parts-of-measure.js";
export { printMeasure } from "./print-measure.js";
export { printReview } from "./print-reviews.js";
export type { ReviewForm, ReviewQuestion } from "./review-form.js";
