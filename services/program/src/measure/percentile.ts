import { isSimple, type Measure, type PercentileMeasure } from "../document/measures/index.js";
import { compare, type Rational, rational } from "../exact/index.js";
import { undivided } from "./combine.js";
import type { Rank, RankedSums } from "./fact-totals.js";
import { isNeverNegative } from "./gathered.js";
import type { MeasureAny } from "./measure-composite.js";
import type { MeasureContext, Measured } from "./measure-context.js";
import { daysOf } from "./measure-simple.js";
import { NO_FACTS } from "./no-facts.js";
import { additiveSeries } from "./series.js";

/** The rank of everyone in a cohort; null without a value. */
export function ranksOf<Key>(values: ReadonlyMap<Key, Rational | null>): Map<Key, Rank | null> {
  const known = [...values].filter((entry): entry is [Key, Rational] => entry[1] !== null);
  const sorted = known.sort(([, a], [, b]) => compare(b, a));
  const ranks = new Map<Key, Rank | null>([...values.keys()].map((key) => [key, null]));
  for (let first = 0, next = 0; first < sorted.length; first = next) {
    const value = sorted[first]?.[1];
    while (next < sorted.length && value !== undefined && isSame(sorted[next]?.[1], value)) next++;
    const rank = { above: BigInt(first), equal: BigInt(next - first), all: BigInt(sorted.length) };
    for (const [key] of sorted.slice(first, next)) ranks.set(key, rank);
  }
  return ranks;
}

const isSame = (one: Rational | undefined, other: Rational): boolean => one !== undefined && compare(one, other) === 0;

/** The value of a percentile for a rank. */
export function shareOfRank({ counts }: Pick<PercentileMeasure, "counts">, rank: Rank | null): Rational | null {
  if (rank === null || rank.all === 0n) return null;
  const { above, equal, all } = rank;
  if (counts === "not-above") return rational(all - above, all);
  return rational(counts === "at-or-above" ? above + equal : above + 1n, all);
}

/** Without adjustments: all members are compared on the same days. */
export function measurePercentile(measure: PercentileMeasure, context: MeasureContext, any: MeasureAny): Measured {
  const { asOf } = context;
  const rank = context.totals.rankOf({ percentile: measure, asOf, sums: rankedSums(measure.of, context) });
  return {
    ...undivided(shareOfRank(measure, rank)),
    span: any(measure.of, { ...context, totals: NO_FACTS, adjustments: [], excused: [] }).span,
    adjustments: [],
  };
}

/** The sums of the ranked measure, if it adds up over days. */
function rankedSums(of: Measure, context: MeasureContext): RankedSums | null {
  if (!isSimple(of)) return null;
  const series = additiveSeries(of);
  if (series === null) return null;
  const days = daysOf(of, { ...context, excused: [] }, null);
  return {
    isNeverNegative: isNeverNegative(of),
    plus: { series: series.plus, range: days.plus.span },
    minus: series.minus === null || days.minus === null ? null : { series: series.minus, range: days.minus.span },
  };
}
