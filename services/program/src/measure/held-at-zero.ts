import type { SimpleMeasure } from "../document/measures/index.js";
import { add, compare, multiply, type Rational, subtract, ZERO } from "../exact/index.js";
import { weightedDays } from "./counted-days.js";
import type { Gathering } from "./fact-totals.js";
import { isNeverNegative, partOf } from "./gathered.js";
import { type Judging, withinMeasure } from "./judging.js";
import { countingOver, daysOf, factorsOf, ofCertificates } from "./measure-simple.js";

/** What a measure adds up to, where more of other days was taken back than its own days add: it is held at zero then. */
export interface HeldAtZero {
  /** What the facts add that do. */
  readonly added: Rational;
  /** What those take off that were taken back later; more than is added. */
  readonly takenBack: Rational;
}

/** What is added less what was taken back is below zero: only then it matters what each fact brings. */
export function fallsBelowZero(measure: SimpleMeasure, judging: Judging): boolean {
  const [whole = ZERO] = partsOfFacts(measure, judging, null).values();
  return compare(whole, ZERO) < 0;
}

/** Null where the measure is not held at zero. What is taken off by netting is no part of it, and may be more than all. */
export function heldAtZero(measure: SimpleMeasure, judging: Judging): HeldAtZero | null {
  const parts = [...partsOfFacts(measure, judging, "fact").values()];
  const added = parts.filter((part) => compare(part, ZERO) > 0).reduce(add, ZERO);
  const takenBack = subtract(added, parts.reduce(add, ZERO));
  return compare(takenBack, added) > 0 ? { added, takenBack } : null;
}

/** What each fact adds to a measure that is never below zero, or all of them do; nothing for any other measure. */
function partsOfFacts(measure: SimpleMeasure, outer: Judging, key: Gathering["key"]): Map<string | null, Rational> {
  const parts = new Map<string | null, Rational>();
  if (measure.kind !== "sum" && measure.kind !== "count") return parts;
  if (ofCertificates(measure) !== null || !isNeverNegative(measure)) return parts;
  const judging = withinMeasure(outer, measure.name);
  const { ranges } = daysOf(measure, judging, null).plus;
  for (const { range, factor } of weightedDays(ranges, factorsOf(measure, judging))) {
    const counting = countingOver(measure, measure.source, { span: range, ranges: [range] }, judging);
    for (const row of judging.totals.gather(counting, { by: null, key, apart: null })) {
      const part = multiply(factor, partOf(measure, judging.program.currency, row));
      parts.set(row.key, add(parts.get(row.key) ?? ZERO, part));
    }
  }
  return parts;
}
