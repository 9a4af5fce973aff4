export { reviewActions } from "./actions.js";
export { type ReviewRow, reviewTable } from "./review.entity.js";
export { ReviewResolver } from "./review.graphql.js";
export { type ReviewReads, reviewReads } from "./review.reads.js";
export { findLatestReviews } from "./review.store.js";
export { reviewValues } from "./review-values.js";
