/** The whole document: reading, printing, comparing, and what partners see of it. */
export type { Checks } from "./checks.js";
export { differenceInWords, differencesBetween } from "./differences.js";
export { everyRequirement, everyTerm } from "./every-requirement.js";
export { inLanguage } from "./in-language.js";
export { measureNamed, tierAt } from "./named.js";
export { parseProgram } from "./parse-program.js";
export { printProgram } from "./print-program.js";
export type { ChangeReason, Program } from "./program.js";
export { publishedProgram } from "./published-program.js";
export { shownToPartners, withheldMeasures, withheldTitle } from "./shown-to-partners.js";
