import type { Measure } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import { type CalendarDate, type Rational, toExactString } from "../exact/index.js";
import type { Adjustment, MeasureAdjustment } from "./adjustment.js";
import type { Fact } from "./fact.js";
import { factMeasures } from "./fact-measures.js";
import { selects } from "./fact-selection.js";
import { factSelectionsOf } from "./fact-selections-of.js";
import type { FactTotals } from "./fact-totals.js";
import { measureAny } from "./measure-any.js";
import { type MeasureContext, NONE } from "./measure-context.js";
import type { MeasureValue } from "./measure-value.js";
import { totalsOfFacts } from "./totals-of-facts.js";

export type { MeasureValue } from "./measure-value.js";

/**
 * Computes the measures from facts, in any order; duplicates count once. Percentiles need other partners and have no
 * value here; see `ranksOf`.
 */
export function measureFacts(
  program: Program,
  facts: readonly Fact[],
  asOf: CalendarDate,
  adjustments: readonly Adjustment[] = [],
): MeasureValue[] {
  return measureFromSums(program, asOf, totalsOfFacts(facts), adjustments);
}

/**
 * Computes the measures from totals: one value for each of `factMeasures`, in the program's order.
 *
 * @param adjustments those that apply to the partner
 * @param names of those that are asked for; all where left out
 */
export function measureFromSums(
  program: Program,
  asOf: CalendarDate,
  totals: FactTotals,
  adjustments: readonly Adjustment[] = [],
  names?: ReadonlySet<string>,
): MeasureValue[] {
  return factMeasures(program)
    .filter(({ name }) => names === undefined || names.has(name))
    .map((measure) => measureOne(measure, { program, asOf, totals, adjustments, excused: [] }));
}

/**
 * The facts that a measure counted, as evidence: those of all its operands, and subtracted ones. In the given order.
 */
export function countedFacts(
  program: Program,
  measure: Measure,
  facts: readonly Fact[],
  asOf: CalendarDate,
  adjustments: readonly Adjustment[] = [],
): Fact[] {
  const selections = factSelectionsOf(program, measure, asOf, adjustments);
  return facts.filter((fact) => selections.some((selection) => selects(selection, fact)));
}

function measureOne(measure: Measure, context: MeasureContext): MeasureValue {
  const { value, groups, numerator, denominator, span, adjustments } = measureAny(measure, context);
  // Computed again only where an adjustment applied.
  const unadjusted = adjustments.length === 0 ? null : measureAny(measure, { ...context, adjustments: [] }).value;
  return {
    measure: measure.name,
    value,
    numerator,
    denominator,
    groups,
    from: span.from,
    to: span.to,
    adjustments:
      adjustments.length === 0 ? NONE : adjustments.map((adjustment) => appliedAdjustment(adjustment, unadjusted)),
  };
}

const appliedAdjustment = (
  { id, kind, from, to, factor, why }: Adjustment,
  unadjusted: Rational | null,
): MeasureAdjustment => ({
  id,
  kind,
  from,
  to,
  factor: factor === null ? null : toExactString(factor),
  why,
  unadjusted: unadjusted === null ? null : toExactString(unadjusted),
});
