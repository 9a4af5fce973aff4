import { compare, multiply, ONE, type Rational, ZERO } from "../../exact/index.js";
import { readBound, type Scale } from "../measures/index.js";
import { readShare, type YamlCursor } from "../notation/index.js";
import type { Bound, KeepingBar } from "./requirement.js";

/** The bound for reaching, which the keeping bar must not exceed. */
export interface Reach {
  readonly scale: Scale;
  readonly bound: Bound;
  readonly target: Rational;
}

/**
 * Reads `80%` as a share of the bound for reaching, or a bound of its own; always the latter for a measure in percent.
 */
export function readKeepingBar(cursor: YamlCursor, { scale, bound, target }: Reach): KeepingBar | null {
  if (bound === "exactly") {
    cursor.atKey().refuse("INVALID_VALUE", "what is asked for exactly has no other bar for keeping it");
    return null;
  }
  const bar = readBar(cursor, scale);
  const kept = bar.kind === "share" ? multiply(target, bar.value) : bar.value;
  const isFloor = bound === "at-least" || bound === "more-than";
  // Catches 0.8 for 80%, which would keep every partner in its tier.
  if (bar.kind === "bound" && isFraction(bar.value) && scale.unit !== "percent" && compare(target, ONE) > 0)
    cursor.refuse("INVALID_VALUE", "a share of the bound needs a percent sign: 80% rather than 0.8");
  else if (scale.unit !== null && (isFloor ? compare(kept, target) > 0 : compare(kept, target) < 0))
    cursor.refuse("INVALID_VALUE", "keeping a tier may not ask more than reaching it");
  return bar;
}

function readBar(cursor: YamlCursor, scale: Scale): KeepingBar {
  if (scale.unit === "percent" || !cursor.isPercentage) return { kind: "bound", value: readBound(cursor, scale) };
  return { kind: "share", value: readShare(cursor, { isAboveZero: true }) };
}

function isFraction(value: Rational): boolean {
  return compare(value, ZERO) > 0 && compare(value, ONE) < 0;
}
