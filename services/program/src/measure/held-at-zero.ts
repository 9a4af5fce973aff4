import type { SimpleMeasure } from "../document/measures/index.js";
import { add, compare, multiply, type Rational, subtract, ZERO } from "../exact/index.js";
import { weightedDays } from "./counted-days.js";
import type { Gathering } from "./fact-totals.js";
import { isNeverNegative, partOf } from "./gathered.js";
import { contextWithin, type MeasureContext } from "./measure-context.js";
import { daysOf, factorsOf, ofCertificates, selectionOver } from "./measure-simple.js";

/** What a measure adds up to, where more of other days was taken back than its own days add: it is held at zero then. */
export interface HeldAtZero {
  /** What the facts add that do. */
  readonly added: Rational;
  /** What those take off that were taken back later; more than is added. */
  readonly takenBack: Rational;
}

/** What is added less what was taken back is below zero: only then it matters what each fact brings. */
export function fallsBelowZero(measure: SimpleMeasure, context: MeasureContext): boolean {
  const [whole = ZERO] = partsOfFacts(measure, context, null).values();
  return compare(whole, ZERO) < 0;
}

/** Null where the measure is not held at zero. What is taken off by netting is no part of it, and may be more than all. */
export function heldAtZero(measure: SimpleMeasure, context: MeasureContext): HeldAtZero | null {
  const parts = [...partsOfFacts(measure, context, "fact").values()];
  const added = parts.filter((part) => compare(part, ZERO) > 0).reduce(add, ZERO);
  const takenBack = subtract(added, parts.reduce(add, ZERO));
  return compare(takenBack, added) > 0 ? { added, takenBack } : null;
}

/** What each fact adds to a measure that is never below zero, or all of them do; nothing for any other measure. */
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
