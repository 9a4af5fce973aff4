import { compare, ONE, type Rational, rational, ZERO } from "../exact/rational.js";
import type { YamlCursor } from "./yaml-cursor.js";

/**
 * Reads a share as a fraction: `80%` and `0.8` are 4/5. Without the sign nothing above 1 is taken, since `80` for 80%
 * is the mistake that would otherwise ask for eighty times the whole. Refuses what is below zero, or above `max`.
 */
export function readShare(cursor: YamlCursor, max: Rational | null): Rational {
  const number = cursor.number("a share such as 80% or 0.8");
  if (number === null) return ZERO;
  const share = number.isPercent ? rational(number.value.num, number.value.den * 100n) : number.value;
  if (compare(share, ZERO) < 0) cursor.refuse("INVALID_VALUE", "a share is not below zero");
  else if (!number.isPercent && compare(share, ONE) > 0)
    cursor.refuse("INVALID_VALUE", "a share above 1 needs a percent sign: 80% rather than 80");
  else if (max !== null && compare(share, max) > 0)
    cursor.refuse("INVALID_VALUE", "a share of at most 100% is expected");
  return share;
}
