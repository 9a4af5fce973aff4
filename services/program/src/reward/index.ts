/** Facts and rules to accruals, under ceilings. */
export type { Accrual } from "./accrual.js";
export { holdsRule, mostOf } from "./ceiling.js";
export type { Earner, EarningFact } from "./earner.js";
export { mayPass, type TierHeldFrom } from "./gate.js";
export { byLargestRemainder } from "./largest-remainder.js";
export { minorOfMajor } from "./rebate.js";
export { earningKinds, earningPeriods, rewardsOf } from "./rewards-of.js";
export { rulesInWords, termsInWords } from "./rules-in-words.js";
export { periodKey } from "./running.js";
