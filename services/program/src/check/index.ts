/** What is wrong, unwise or worth a thought in a program. */
export { checkProgram, type PlacedFinding, withLines } from "./check-program.js";
export type { Finding, FindingCode, Severity } from "./finding.js";
export { withOperands } from "./unused.js";
export { worstCase } from "./worst-case.js";
