/** The cheapest sets of steps that bring a partner to a tier. */
export { MAX_WAYS, shortestWays, type Way } from "./shortest-ways.js";
export type { Step } from "./step.js";
export { stepInWords } from "./step-in-words.js";
export { trueWays } from "./true-ways.js";
