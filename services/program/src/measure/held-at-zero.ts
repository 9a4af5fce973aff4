import type { SimpleMeasure } from "../document/measures/index.js";
import { add, compare, multiply, type Rational, subtract, ZERO } from "../exact/index.js";
import { weightedDays } from "./counted-days.js";
import type { Gathering } from "./fact-totals.js";
import { isNeverNegative, partOf } from "./gathered.js";
import { contextWithin, type MeasureContext } from "./measure-context.js";
import { daysOf, factorsOf, ofCertificates, selectionOver } from "./measure-simple.js";

/** The sums of a measure that is held at zero: more was voided later than its own days add. */
export interface HeldAtZero {
  /** The sum of what is added. */
  readonly added: Rational;
  /** The sum of what was voided later; more than what is added. */
  readonly takenBack: Rational;
}

/** Whether the sum is negative; only then the single facts matter. */
export function fallsBelowZero(measure: SimpleMeasure, context: MeasureContext): boolean {
  const [whole = ZERO] = partsOfFacts(measure, context, null).values();
  return compare(whole, ZERO) < 0;
}

/** Null where the measure is not held at zero. Netted facts are not part of this, and may exceed the rest. */
export function heldAtZero(measure: SimpleMeasure, context: MeasureContext): HeldAtZero | null {
  const parts = [...partsOfFacts(measure, context, "fact").values()];
  const added = parts.filter((part) => compare(part, ZERO) > 0).reduce(add, ZERO);
  const takenBack = subtract(added, parts.reduce(add, ZERO));
  return compare(takenBack, added) > 0 ? { added, takenBack } : null;
}

/** What each fact (or all together) adds to a measure that is never negative; empty for other measures. */
function partsOfFacts(
  measure: SimpleMeasure,
  outer: MeasureContext,
  key: Gathering["key"],
): Map<string | null, Rational> {
  const parts = new Map<string | null, Rational>();
  if (measure.kind !== "sum" && measure.kind !== "count") return parts;
  if (ofCertificates(measure) !== null || !isNeverNegative(measure)) return parts;
  const context = contextWithin(outer, measure.name);
  const { ranges } = daysOf(measure, context, null).plus;
  for (const { range, factor } of weightedDays(ranges, factorsOf(measure, context))) {
    const selection = selectionOver(measure, measure.source, { span: range, ranges: [range] }, context);
    for (const row of context.totals.gather(selection, { by: null, key, apart: null })) {
      const part = multiply(factor, partOf(measure, context.program.currency, row));
      parts.set(row.key, add(parts.get(row.key) ?? ZERO, part));
    }
  }
  return parts;
}
