/** Placements from files of facts or values, without a server. */
export { differencesAsText, findingsAsText, lacksReason, problemsAsText } from "./check-as-text.js";
export type { DryRunDay, DryRunPartner } from "./dry-run-partner.js";
export { factsOfRows, type Row } from "./facts-of-rows.js";
export { placeDryRun } from "./place-dry-run.js";
export { placementAsJson } from "./placement-as-json.js";
export { placementsAsText } from "./placements-as-text.js";
export { daysEvery, dryRunFromFacts, EVERY, type Every } from "./prepare-from-facts.js";
export { dryRunFromValues, type PreparedDryRun } from "./prepare-from-values.js";
export { profilesOfRows } from "./profiles-of-rows.js";
export { readValues } from "./read-values.js";
export type { WrittenDay, WrittenPartner, WrittenTier, WrittenValue } from "./written-partner.js";
