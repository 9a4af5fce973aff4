import type { Program } from "../document/program/index.js";
import type { CalendarDate, Rational } from "../exact/index.js";
import type { Adjustment } from "./adjustment.js";
import type { FactTotals } from "./fact-totals.js";
import type { DayRange } from "./window.js";

/** What the measures of a partner are computed with on one day. */
export interface MeasureContext {
  readonly program: Program;
  readonly asOf: CalendarDate;
  readonly totals: FactTotals;
  /** All adjustments that apply to the partner. */
  readonly adjustments: readonly Adjustment[];
  /** Those that excuse days for the composites around this measure. */
  readonly excused: readonly Adjustment[];
}

/** The result of a measure. */
export interface Measured {
  readonly value: Rational | null;
  readonly groups: ReadonlyMap<string, Rational> | null;
  /** The value in a group without facts. */
  readonly elsewhere: Rational | null;
  readonly span: DayRange;
  /** The adjustments that affected it. */
  readonly adjustments: readonly Adjustment[];
}

/** Most partners have none, and are measured many times. */
export const NONE: readonly never[] = [];

/** The context for the operands of a measure. */
export function contextWithin(context: MeasureContext, name: string): MeasureContext {
  const excused = adjustmentsOf(context, name, "excused");
  return excused.length === 0 ? context : { ...context, excused: [...context.excused, ...excused] };
}

export const adjustmentsOf = (
  { adjustments }: MeasureContext,
  name: string,
  kind: Adjustment["kind"],
): readonly Adjustment[] =>
  adjustments.length === 0
    ? NONE
    : adjustments.filter((adjustment) => adjustment.measure === name && adjustment.kind === kind);
