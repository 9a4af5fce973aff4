import { isFromFacts, type Measure } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";

/** The measures of a program that are computed from facts, in its order. */
export const factMeasures = (program: Program): Measure[] => program.measures.filter(isFromFacts);
