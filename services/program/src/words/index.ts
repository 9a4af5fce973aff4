/** Amounts, bounds and lists in English. */
export { boundInWords, distanceInWords, exactOf, inUnit, points } from "./amounts-in-words.js";
export { groupWords } from "./group-words.js";
export { capitalized, inWords, lengthInWords, plural, titleOf } from "./in-words.js";
