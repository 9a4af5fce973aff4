import type { MeasureUnit } from "../document/measures/index.js";
import type { Bound, KeepingBar } from "../document/requirements/index.js";
import {
  add,
  compare,
  currencyDigits,
  divide,
  fromMinorUnits,
  multiply,
  ONE,
  type Rational,
  roundDown,
  subtract,
  toExactString,
  ZERO,
} from "../exact/index.js";
import type { Evidence } from "./evidence.js";

/** A bound as written in the document. */
interface WrittenBar {
  readonly bound: Bound;
  readonly target: Rational;
  readonly isScaledByMarket: boolean;
  readonly keepsAt: KeepingBar | null;
}

/** A bound as it applies to one partner. */
export interface Bar {
  readonly bound: Bound;
  readonly target: Rational;
  readonly market: { readonly name: string; readonly factor: string } | null;
}

/** The bound for this partner: multiplied by its market's factor, and lowered where keeping a tier is assessed. */
export function barFor(written: WrittenBar, { subject, keepsAt }: Evidence): Bar {
  const market = written.isScaledByMarket ? subject.market : null;
  const factor = market?.factor ?? ONE;
  const target = multiply(keepsAt === null ? written.target : keepingTarget(written, keepsAt), factor);
  return {
    bound: written.bound,
    target,
    market: market === null ? null : { name: market.name, factor: toExactString(factor) },
  };
}

function keepingTarget({ bound, target, keepsAt }: WrittenBar, usual: Rational): Rational {
  if (bound === "exactly") return target;
  if (keepsAt?.kind === "bound") return keepsAt.value;
  const share = keepsAt?.value ?? usual;
  return bound === "at-least" || bound === "more-than" ? multiply(target, share) : divide(target, share);
}

export function isReached({ bound, target }: Bar, actual: Rational): boolean {
  const difference = compare(actual, target);
  switch (bound) {
    case "at-least":
      return difference >= 0;
    case "more-than":
      return difference > 0;
    case "at-most":
      return difference <= 0;
    case "less-than":
      return difference < 0;
    case "exactly":
      return difference === 0;
  }
}

/** The distance to the nearest sufficient value, in the unit's smallest step; zero where reached. */
export function gapTo(bar: Bar, actual: Rational, step: UnitDigits): Rational {
  if (isReached(bar, actual)) return ZERO;
  const difference = subtract(nearestSufficient(bar, step), actual);
  return compare(difference, ZERO) < 0 ? subtract(ZERO, difference) : difference;
}

/** Progress from 0 to 1; 1 only where reached. */
export function shareOf(bar: Bar, actual: Rational, step: UnitDigits): Rational {
  if (isReached(bar, actual)) return ONE;
  const sufficient = nearestSufficient(bar, step);
  const [less, more] = compare(actual, sufficient) < 0 ? [actual, sufficient] : [sufficient, actual];
  return compare(less, ZERO) <= 0 ? ZERO : divide(less, more);
}

/** Decimals of the unit's smallest step; null where it has none. */
export type UnitDigits = number | null;

export function unitDigits(unit: MeasureUnit, currency: string): UnitDigits {
  if (unit === "money") return currencyDigits(currency);
  return unit === "count" ? 0 : null;
}

/**
 * A bound as people read it: the nearest sufficient value in the unit's smallest step. Keeping 80% of one person is
 * shown as at least 1 person, not 0.8; the exact bound still decides.
 */
export function shownBar(bar: Pick<Bar, "bound" | "target">, step: UnitDigits): Pick<Bar, "bound" | "target"> {
  if (step === null) return bar;
  const isOnStep = compare(fromMinorUnits(roundDown(bar.target, step), step), bar.target) === 0;
  if (isOnStep || bar.bound === "exactly") return bar;
  const isLower = bar.bound === "at-least" || bar.bound === "more-than";
  return {
    bound: isLower ? "at-least" : "at-most",
    target: nearestSufficient({ ...bar, market: null }, step),
  };
}

// A share has no smallest step; a hundredth of a percent is the finest that is shown.
const SHOWN_DIGITS = 4;

/** The nearest value that is sufficient: for `more-than`, the next cent or whole number. */
function nearestSufficient({ bound, target }: Bar, step: UnitDigits): Rational {
  const digits = step ?? SHOWN_DIGITS;
  const unit = fromMinorUnits(1n, digits);
  const below = fromMinorUnits(roundDown(target, digits), digits);
  const isOnStep = compare(below, target) === 0;
  switch (bound) {
    case "at-least":
      return step === null || isOnStep ? target : add(below, unit);
    case "more-than":
      return add(below, unit);
    case "at-most":
      return step === null ? target : below;
    case "less-than":
      return isOnStep ? subtract(below, unit) : below;
    case "exactly":
      return target;
  }
}
