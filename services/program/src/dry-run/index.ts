/** Placements from files of facts or values, without a server. */
export { differencesAsText, findingsAsText, lacksReason, problemsAsText } from "./check-as-text.js";
export { daysEvery, EVERY, type Every, layOutFacts } from "./desk-of-facts.js";
export { type DeskLaid, layOutValues } from "./desk-of-values.js";
export type { DeskDay, DeskPartner } from "./desk-partner.js";
export { factsOfRows, type Row } from "./facts-of-rows.js";
export type { WrittenDay, WrittenPartner, WrittenTier, WrittenValue } from "./given-partner.js";
export { placeOnDesk } from "./place-on-desk.js";
export { placementAsJson } from "./placement-as-json.js";
export { placementsAsText } from "./placements-as-text.js";
export { profilesOfRows } from "./profiles-of-rows.js";
export { readValues } from "./read-values.js";
