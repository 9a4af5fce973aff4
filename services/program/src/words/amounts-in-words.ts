import { asCount, asPercent, DEFAULT_LANGUAGE, textOf } from "@tiergraph/schema/messages";
import type { MeasureUnit } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import type { Bound } from "../document/requirements/index.js";
import {
  formatCount,
  formatMoney,
  formatPercent,
  parseExact,
  type Rational,
  shownCount,
  shownMoney,
  shownPercent,
  ZERO,
} from "../exact/index.js";
import { wordMessages } from "./words.messages.js";

/** An exact text for people: `104,332.50 USD`, `80%`, `1,200`, `47.29 points`. */
export function inUnit(exact: string, unit: MeasureUnit, { language, currency }: Program): string {
  const number = exactOf(exact);
  if (unit === "money") return moneyIn(language, number, currency);
  if (unit === "points") return points(exact, language);
  return unit === "percent" ? percentIn(language, number) : countIn(language, number);
}

/** A distance to a bound; of a share in percentage points, since 5% more of 80% is 84%. */
export function distanceInWords(exact: string, unit: MeasureUnit, program: Program): string {
  if (unit !== "percent") return inUnit(exact, unit, program);
  const number = shownPercent(exactOf(exact));
  return wordMessages.percentagePoints(program.language, { number: asCount(number), count: Number(number) });
}

export function points(exact: string, language: string = DEFAULT_LANGUAGE): string {
  return wordMessages.points(language, { number: countIn(language, exactOf(exact)) });
}

// English is written by hand where it is written often: a placement explains itself.

export const moneyIn = (language: string, amount: Rational, currency: string): string =>
  language === DEFAULT_LANGUAGE
    ? formatMoney(amount, currency)
    : textOf(language, { amount: shownMoney(amount, currency), currency });

export const percentIn = (language: string, share: Rational): string =>
  language === DEFAULT_LANGUAGE ? formatPercent(share) : textOf(language, asPercent(shownPercent(share)));

export const countIn = (language: string, count: Rational): string =>
  language === DEFAULT_LANGUAGE ? formatCount(count) : textOf(language, asCount(shownCount(count)));

export const boundInWords = (bound: Bound, target: string, language: string = DEFAULT_LANGUAGE): string =>
  wordMessages[bound](language, { target });

export function exactOf(text: string): Rational {
  return parseExact(text) ?? ZERO;
}
