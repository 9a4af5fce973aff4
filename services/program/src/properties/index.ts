/** Generators for property tests. */
export { documentsOfMeasures } from "./any-measures.js";
