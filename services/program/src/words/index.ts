/** Amounts, bounds, days and lists in the language of a program's reader. */
export {
  boundInWords,
  countIn,
  distanceInWords,
  exactOf,
  inUnit,
  moneyIn,
  percentIn,
  points,
} from "./amounts-in-words.js";
export { groupWords } from "./group-words.js";
export { capitalized, dayInWords, inWords, lengthInWords, orIn, plural, titleOf } from "./in-words.js";
