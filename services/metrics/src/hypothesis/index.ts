export { Hypothesis, HypothesisResolver, NextStepResolver } from "./hypothesis.graphql.js";
export { hypothesisReads } from "./hypothesis.reads.js";
