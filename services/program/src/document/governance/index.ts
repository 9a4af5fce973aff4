/** The section `governance`: when tiers are reviewed, and what keeps them from changing too quickly. */
export { cadenceInWords, dayInWords } from "./cadence-in-words.js";
export {
  type Cadence,
  type DayOfYear,
  type Effect,
  type Freeze,
  type FreezeLimit,
  type Governance,
  type Length,
  NO_SAFEGUARDS,
  type Period,
  type SingleFreeze,
  type YearlyFreeze,
} from "./governance.js";
export { readCadence, readGovernance } from "./parse-governance.js";
export { printCadence, printGovernance } from "./print-governance.js";
