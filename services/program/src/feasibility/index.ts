/** Whether any partner can meet a requirement: proofs that none can, and made-up partners that do. */
export { type Contradiction, contradictionIn, isAskedAnything } from "./contradiction.js";
export { kindsOfPartners } from "./kinds-of-partners.js";
export { SOLVED_ON, solve } from "./solve.js";
export { goalsOf, witnessOf } from "./witness.js";
