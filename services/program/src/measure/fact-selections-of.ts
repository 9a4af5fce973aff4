import { isFromFacts, type Measure } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import type { CalendarDate } from "../exact/index.js";
import type { Adjustment } from "./adjustment.js";
import type { FactSelection } from "./fact-selection.js";
import type { FactTotals } from "./fact-totals.js";
import { measureAny } from "./measure-any.js";

/**
 * All fact selections of a measure: measures with totals that only record the queries. Empty for what is not computed
 * from facts.
 */
export function factSelectionsOf(
  program: Program,
  measure: Measure,
  asOf: CalendarDate,
  adjustments: readonly Adjustment[] = [],
): FactSelection[] {
  const asked: FactSelection[] = [];
  const collectSeries: FactTotals["sumOf"] = ({ source, add }, range) => {
    asked.push({
      source,
      ranges: [range],
      asOf,
      onlyActive: false,
      late: "post",
      carrying: add === "count" ? null : add,
    });
    return 0n;
  };
  const totals: FactTotals = {
    sumOf: collectSeries,
    distinctOf: (selection) => {
      asked.push(selection);
      return 0n;
    },
    gather: (selection) => {
      asked.push(selection);
      return [];
    },
    rankOf: ({ percentile }) => {
      asked.push(...factSelectionsOf(program, percentile.of, asOf));
      return null;
    },
  };
  if (isFromFacts(measure)) measureAny(measure, { program, asOf, totals, adjustments, excused: [] });
  return asked;
}
