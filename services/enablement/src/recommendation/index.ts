export { NextStep, RecommendedPersonResolver, TierPath, TierTrainingResolver } from "./recommendation.graphql.js";
export { recommendationReads } from "./recommendation.reads.js";
