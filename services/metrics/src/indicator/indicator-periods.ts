import { addMonths, type CalendarDate, startOfMonth, startOfQuarter } from "@tiergraph/program/exact";

export type IndicatorStep = "whole" | "month" | "quarter";

export interface IndicatorPeriod {
  readonly from: CalendarDate;
  /** The day after the last. */
  readonly to: CalendarDate;
}

/** More than one question asks for. */
export const MAX_PERIODS = 40;

/** Days cut at the beginnings of months, or of quarters of the fiscal year; at most one more than `MAX_PERIODS`. */
export function indicatorPeriods(
  { from, to }: IndicatorPeriod,
  { step, fiscalYearStartsIn }: { step: IndicatorStep; fiscalYearStartsIn: number },
): IndicatorPeriod[] {
  if (step === "whole") return [{ from, to }];
  const [startOf, months] =
    step === "month" ? [startOfMonth, 1] : [(day: CalendarDate) => startOfQuarter(day, fiscalYearStartsIn), 3];
  const periods: IndicatorPeriod[] = [];
  for (let begin = from; begin < to && periods.length <= MAX_PERIODS; ) {
    const next = addMonths(startOf(begin), months);
    const end = next < to ? next : to;
    periods.push({ from: begin, to: end });
    begin = end;
  }
  return periods;
}
