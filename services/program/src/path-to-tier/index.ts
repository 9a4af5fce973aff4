/** The cheapest sets of steps that bring a partner to a tier. */
export { cheapestPaths, MAX_PATHS, type PathToTier } from "./cheapest-paths.js";
export type { Step } from "./step.js";
export { stepInWords } from "./step-in-words.js";
export { verifiedPaths } from "./verified-paths.js";
