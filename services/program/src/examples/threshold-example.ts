import { contains, isReached, possibleValues } from "../assess/index.js";
import type { Measure } from "../document/measures/index.js";
import { measureNamed, type Program } from "../document/program/index.js";
import type { Bound, Market, Threshold } from "../document/requirements/index.js";
import {
  currencyDigits,
  formatPercent,
  multiply,
  ONE,
  type Rational,
  rational,
  roundDown,
  toExactString,
} from "../exact/index.js";
import { inUnit } from "../words/index.js";
import type { WorkedExample } from "./worked-example.js";

export interface ThresholdExample extends WorkedExample {
  /** Null for partners without a market, or where all markets have the same bound. */
  readonly market: Market | null;
}

/** An example for the bound as written, and one for each market that scales it; empty where nothing is enough. */
export function thresholdExamples(program: Program, threshold: Threshold): ThresholdExample[] {
  const measure = measureNamed(program, threshold.measure);
  const markets = threshold.isScaledByMarket ? [null, ...program.markets] : [null];
  return markets.flatMap((market) => {
    const target = multiply(threshold.target, market?.factor ?? ONE);
    const example = exampleAt({ program, measure, bound: threshold.bound, target });
    return example === null ? [] : [{ market, ...example }];
  });
}

interface Bounded {
  readonly program: Program;
  readonly measure: Measure;
  readonly bound: Bound;
  readonly target: Rational;
}

function exampleAt(bounded: Bounded): WorkedExample | null {
  const { measure, bound, target } = bounded;
  const scale = scaleOf(bounded);
  const enough = nearestOn(scale, bounded);
  const value = (steps: bigint): Rational => rational(steps, scale);
  const isPossible = (steps: bigint) => contains(possibleValues(measure), value(steps));
  const reaches = (steps: bigint) => isReached({ bound, target, market: null }, value(steps));
  if (!reaches(enough) || !isPossible(enough)) return null;
  const missing = (bound === "at-most" || bound === "less-than" ? [enough + 1n] : [enough - 1n, enough + 1n]).find(
    (steps) => isPossible(steps) && !reaches(steps),
  );
  return {
    meets: `${measure.title} of ${inWords(enough, scale, bounded)} is enough.`,
    misses: missing === undefined ? null : `${inWords(missing, scale, bounded)} is not.`,
  };
}

// Twenty customers are easy to picture.
const WHOLES = [20n, 10n, 25n, 50n, 100n, 1_000n, 10_000n];
const SHOWN_POINTS = 100n;
const SHOWN_SHARES = 10_000n;

/** Steps in one unit: cents of a dollar, or parts of the denominator. */
function scaleOf({ program, measure, bound, target }: Bounded): bigint {
  const isWhole = (scale: bigint) => (target.num * scale) % target.den === 0n;
  // An exact bound must be on a step.
  const orExact = (scale: bigint) => (bound === "exactly" && !isWhole(scale) ? target.den : scale);
  if (measure.kind === "ratio" && measure.numerator.unit === "count") return orExact(WHOLES.find(isWhole) ?? 20n);
  // Of a hundred thousand, to the cent.
  if (measure.kind === "ratio" && measure.numerator.unit === "money")
    return orExact(100_000n * 10n ** BigInt(currencyDigits(program.currency)));
  if (measure.unit === "money") return orExact(10n ** BigInt(currencyDigits(program.currency)));
  if (measure.unit === "count") return orExact(1n);
  return orExact(measure.unit === "percent" ? SHOWN_SHARES : SHOWN_POINTS);
}

/** The nearest number of steps that reaches the bound. */
function nearestOn(scale: bigint, { bound, target }: Bounded): bigint {
  const scaled = multiply(target, rational(scale));
  const below = roundDown(scaled, 0);
  const isOnStep = scaled.den === 1n;
  switch (bound) {
    case "at-least":
      return isOnStep ? below : below + 1n;
    case "more-than":
      return below + 1n;
    case "less-than":
      return isOnStep ? below - 1n : below;
    default:
      return below;
  }
}

function inWords(steps: bigint, scale: bigint, { measure, program }: Bounded): string {
  const value = rational(steps, scale);
  if (measure.kind !== "ratio") return inUnit(toExactString(value), measure.unit, program);
  if (measure.numerator.unit === "count") return `${steps} of ${scale} (${formatPercent(value)})`;
  const whole = rational(100_000);
  const [part, all] = [multiply(value, whole), whole].map((amount) =>
    inUnit(toExactString(amount), measure.numerator.unit, program),
  );
  return `${part} of ${all} (${formatPercent(value)})`;
}
