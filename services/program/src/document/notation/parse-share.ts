import { compare, ONE, type Rational, rational, ZERO } from "../../exact/index.js";
import type { YamlCursor } from "./yaml-cursor.js";

/**
 * Reads a share as a fraction: `80%` and `0.8` are 4/5. Without the sign, values above 1 are refused, since `80` for
 * 80% would be eighty times the whole. Also refuses values above `max`, below zero unless `mayBeNegative`, and zero
 * where `isAboveZero`.
 */
export function readShare(
  cursor: YamlCursor,
  limits: { max?: Rational; isAboveZero?: boolean; mayBeNegative?: boolean } = {},
): Rational {
  const number = cursor.number("a share such as 80% or 0.8");
  if (number === null) return ZERO;
  const share = asFraction(number);
  const sign = compare(share, ZERO);
  if (sign < 0 && !limits.mayBeNegative) cursor.refuse("INVALID_VALUE", "a share is not below zero");
  else if (sign === 0 && limits.isAboveZero) cursor.refuse("INVALID_VALUE", "expected a share above zero");
  else if (!number.isPercent && compare(share, ONE) > 0)
    cursor.refuse("INVALID_VALUE", "a share above 1 needs a percent sign: 80% rather than 80");
  else if (limits.max !== undefined && compare(share, limits.max) > 0)
    cursor.refuse("INVALID_VALUE", "a share of at most 100% is expected");
  return share;
}

/** `80%` as 4/5; other numbers unchanged. */
export function asFraction({ value, isPercent }: { value: Rational; isPercent: boolean }): Rational {
  return isPercent ? rational(value.num, value.den * 100n) : value;
}
