import type { MeasureUnit } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import type { Bound } from "../document/requirements/index.js";
import { formatCount, formatMoney, formatPercent, parseExact, type Rational, ZERO } from "../exact/index.js";

/** An exact text for people: `104,332.50 USD`, `80%`, `1,200`, `47.29 points`. */
export function inUnit(exact: string, unit: MeasureUnit, program: Program): string {
  const number = exactOf(exact);
  if (unit === "money") return formatMoney(number, program.currency);
  if (unit === "points") return points(exact);
  return unit === "percent" ? formatPercent(number) : formatCount(number);
}

/** A distance to a bound; of a share in percentage points, since 5% more of 80% is 84%. */
export function distanceInWords(exact: string, unit: MeasureUnit, program: Program): string {
  if (unit !== "percent") return inUnit(exact, unit, program);
  const number = formatPercent(exactOf(exact)).slice(0, -1);
  return `${number} percentage ${number === "1" ? "point" : "points"}`;
}

export function points(exact: string): string {
  return `${formatCount(exactOf(exact))} points`;
}

const BOUNDS_IN_WORDS = {
  "at-least": "at least",
  "more-than": "more than",
  "at-most": "at most",
  "less-than": "less than",
  exactly: "exactly",
} as const satisfies Record<Bound, string>;

export function boundInWords(bound: Bound, target: string): string {
  return `${BOUNDS_IN_WORDS[bound]} ${target}`;
}

export function exactOf(text: string): Rational {
  return parseExact(text) ?? ZERO;
}
