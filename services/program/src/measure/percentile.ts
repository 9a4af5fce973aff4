import type { PercentileMeasure } from "../document/measure.js";
import { compare, type Rational, rational } from "../exact/rational.js";
import type { Rank } from "./fact-totals.js";
import type { Judging, Measured } from "./judging.js";
import { daysOf } from "./measure-simple.js";
import { rankedSeries } from "./series.js";
import { spanOf } from "./window.js";

/**
 * The share of a cohort whose value is not above one's own, for everyone in it. Whoever has no value is not in it, and
 * has none here.
 */
export function percentileOf<Key>(values: ReadonlyMap<Key, Rational | null>): Map<Key, Rational | null> {
  const known = [...values.values()].filter((value) => value !== null);
  return new Map(
    [...values].map(([key, own]) => {
      if (own === null) return [key, null];
      const notAbove = known.filter((value) => compare(value, own) <= 0).length;
      return [key, shareOf({ notAbove: BigInt(notAbove), all: BigInt(known.length) })];
    }),
  );
}

/**
 * Ranks by what adds up over days, the whole of it where the measure is also told apart. There is no value for a measure
 * that does not add up (see `rankedSeries`). Adjustments are left out: all of the cohort stand on the same days.
 */
export function measurePercentile(measure: PercentileMeasure, judging: Judging): Measured {
  const days = daysOf(measure.of, { ...judging, excused: [] }, null);
  const series = rankedSeries(measure.of);
  const rank =
    series === null
      ? null
      : judging.totals.rankOf({
          among: measure.among,
          plus: { series: series.plus, range: days.plus.span },
          minus: series.minus === null || days.minus === null ? null : { series: series.minus, range: days.minus.span },
        });
  return {
    value: rank === null ? null : shareOf(rank),
    groups: null,
    span: days.minus === null ? days.plus.span : spanOf([days.plus.span, days.minus.span]),
    adjustments: [],
  };
}

const shareOf = ({ notAbove, all }: Rank): Rational | null => (all === 0n ? null : rational(notAbove, all));
