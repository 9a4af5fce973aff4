export { Hypothesis } from "./hypothesis.graphql.js";
export { hypothesisReads } from "./hypothesis.reads.js";
