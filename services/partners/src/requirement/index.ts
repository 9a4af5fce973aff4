export { type KeptProgress, keptProgress, progressOfKept } from "./kept-progress.js";
export { type Judgement, type MeasurementRef, type ProgressNode, progressOf, thresholdsOf } from "./progress-node.js";
export { MeasureUnit, RuleKind } from "./requirement-types.graphql.js";
export { Rule } from "./rule.graphql.js";
export type { RuleNode } from "./rule-node.js";
export { keepingOfTier, rulesOfTier } from "./rule-node.js";
export { Measurement, RuleProgress } from "./rule-progress.graphql.js";
