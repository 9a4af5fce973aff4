/**
 * What every section is read and written by: the YAML cursor with its problems, names, numbers, plain printing,
 * differences.
 */
export { compared, type Difference, type UnexplainedDifference } from "./difference.js";
export { lineFinder } from "./line-of-path.js";
export { isName, NAME_RULE, titleFromName } from "./name.js";
export { suggestion } from "./nearest-name.js";
export { notationInWords, partsThatDiffer, withoutWords } from "./notation-in-words.js";
export { openYaml } from "./open-yaml.js";
export { readDate } from "./parse-date.js";
export { readDistinct, readNames } from "./parse-distinct.js";
export { readDecimal, readFactor, readFlag, readMoney, refuseFinerThan } from "./parse-number.js";
export { asFraction, readShare } from "./parse-share.js";
export { readTitle } from "./parse-title.js";
export {
  byName,
  days,
  isSame,
  months,
  type Plain,
  printFactor,
  printNumber,
  printPercent,
  withoutEmpty,
} from "./print-plain.js";
export type { Problem, ProblemCode } from "./problem.js";
export { oneOfWords, pathOf, stepsOf } from "./quote.js";
export { type Translations, YamlCursor } from "./yaml-cursor.js";
export { YamlFields } from "./yaml-fields.js";
