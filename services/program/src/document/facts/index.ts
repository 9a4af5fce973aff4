/** Kinds of facts, what a fact of a kind carries, and which facts a rule counts. */
export {
  type DeclaredAttribute,
  type DeclaredFactKind,
  type FactShape,
  type NeedableField,
  shapeOfKind,
} from "./fact-shape.js";
export {
  FACT_KINDS,
  type FactCondition,
  type FactField,
  type FactKind,
  type FactSource,
  SELF_DEALING,
} from "./fact-source.js";
export { titlesOfKind } from "./kind-titles.js";
export { readFactKinds } from "./parse-fact-kinds.js";
export { NARROWING_KEYS, readCondition, readConditions, readKinds, readNarrowing, readSource } from "./parse-source.js";
export { printFactKind } from "./print-fact-kinds.js";
export { printConditions, printNarrowing } from "./print-source.js";
export { isOfType, shapeProblem } from "./shape-problem.js";
