export { correctionActions } from "./actions.js";
export { CorrectFactsResolver } from "./correct-facts.graphql.js";
export { heldForCorrection } from "./held-for-correction.tx.js";
export { settleCorrections, type WantedCorrection } from "./settle-corrections.js";
export { writeCorrections } from "./write-corrections.tx.js";
