import type { Program } from "../document/program/index.js";
import type { CalendarDate, Rational } from "../exact/index.js";
import type { Adjustment } from "./adjustment.js";
import type { FactTotals } from "./fact-totals.js";
import type { DayRange } from "./window.js";

/** What every measure of a partner is measured with, on one day. */
export interface MeasureContext {
  readonly program: Program;
  readonly asOf: CalendarDate;
  readonly totals: FactTotals;
  /** All that hold for the partner. */
  readonly adjustments: readonly Adjustment[];
  /** Those that excuse days for a composite, and so for each of its operands. */
  readonly excused: readonly Adjustment[];
}

/** A measure before it is told. */
export interface Measured {
  readonly value: Rational | null;
  readonly groups: ReadonlyMap<string, Rational> | null;
  /** In a group of which it has no facts; the value itself where it is one number only. */
  readonly elsewhere: Rational | null;
  readonly span: DayRange;
  /** The adjustments that touched it. */
  readonly adjustments: readonly Adjustment[];
}

/** The judging of what a measure is made of. */
export function contextWithin(context: MeasureContext, name: string): MeasureContext {
  const excused = adjustmentsOf(context, name, "excused");
  return excused.length === 0 ? context : { ...context, excused: [...context.excused, ...excused] };
}

export const adjustmentsOf = (
  { adjustments }: MeasureContext,
  name: string,
  kind: Adjustment["kind"],
): readonly Adjustment[] => adjustments.filter((adjustment) => adjustment.measure === name && adjustment.kind === kind);
