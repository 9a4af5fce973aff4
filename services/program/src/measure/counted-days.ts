import type { FactSource } from "../document/facts/index.js";
import type { ProgramCalendar, Window } from "../document/periods/index.js";
import {
  addDays,
  type CalendarDate,
  daysBetween,
  isBefore,
  knownCalendarDate,
  multiply,
  ONE,
  type Rational,
} from "../exact/index.js";
import type { Adjustment } from "./adjustment.js";
import { type DayRange, isEmpty, overlap, sharedDays, windowRange } from "./window.js";

/** The days that count for a source of a measure. */
export interface CountedDays {
  /** From the first day to the last. */
  readonly span: DayRange;
  /** The same without excused days; empty where no day counts. */
  readonly ranges: readonly DayRange[];
}

/** Days with the product of their factors; 1 for none. */
export interface WeightedDays {
  readonly range: DayRange;
  readonly factor: Rational;
}

/** The days of a window (or a range in its place), limited to the source's own days, without excused ones. */
export function countedDays(
  of: { readonly window: Window | DayRange; readonly source: FactSource },
  on: { readonly asOf: CalendarDate; readonly calendar: ProgramCalendar; readonly excused: readonly Adjustment[] },
): CountedDays {
  const excused = mergedPeriods(on.excused);
  const span = sharedDays(reachedDays(of.window, { ...on, excused }), boundsOf(of.source));
  return { span, ranges: without(span, excused) };
}

/** Cuts ranges where factors begin or end, so that each piece has one product of factors. */
export function weightedDays(ranges: readonly DayRange[], factors: readonly Adjustment[]): WeightedDays[] {
  const cuts = [...new Set(factors.flatMap(({ from, to }) => [from, to]))].sort();
  return ranges
    .flatMap((range) => cutAt(range, cuts))
    .map((range) => ({
      range,
      factor: factors.reduce(
        (product, { factor, ...period }) => (overlap(period, range) ? multiply(product, factor ?? ONE) : product),
        ONE,
      ),
    }));
}

interface ClosedRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

function reachedDays(
  window: Window | DayRange,
  { asOf, calendar, excused }: { asOf: CalendarDate; calendar: ProgramCalendar; excused: readonly ClosedRange[] },
): DayRange {
  if (!("kind" in window)) return window;
  const range = windowRange(window, asOf, calendar);
  const isRolling = window.kind === "rolling-days" || window.kind === "rolling-months";
  return isRolling ? reachBack(range, excused) : range;
}

/** Days added at the start may be excused too: repeats until none are. */
function reachBack({ from, to }: DayRange, excused: readonly ClosedRange[]): DayRange {
  if (from === null) return { from, to };
  for (let reached = from; ; ) {
    const next = addDays(from, -daysWithin({ from: reached, to }, excused));
    if (next === reached) return { from: reached, to };
    reached = next;
  }
}

const daysWithin = (range: ClosedRange, excused: readonly ClosedRange[]): number =>
  excused.reduce((days, period) => {
    const { from, to } = sharedDays(period, range);
    return days + (from === null ? 0 : daysBetween(from, to));
  }, 0);

/** Sorted and merged, so that no day is counted twice. */
function mergedPeriods(periods: readonly Adjustment[]): ClosedRange[] {
  const merged: ClosedRange[] = [];
  for (const { from, to } of [...periods].filter((period) => !isEmpty(period)).sort(byFirstDay)) {
    const last = merged.at(-1);
    if (last === undefined || isBefore(last.to, from)) merged.push({ from, to });
    else if (isBefore(last.to, to)) merged[merged.length - 1] = { from: last.from, to };
  }
  return merged;
}

const byFirstDay = (a: ClosedRange, b: ClosedRange): number => daysBetween(b.from, a.from);

function without(range: DayRange, excused: readonly ClosedRange[]): DayRange[] {
  const kept: DayRange[] = [];
  let { from } = range;
  for (const period of excused.filter((candidate) => overlap(candidate, range))) {
    kept.push({ from, to: period.from });
    from = period.to;
  }
  return [...kept, { from, to: range.to }].filter((piece) => !isEmpty(piece));
}

function cutAt(range: DayRange, cuts: readonly CalendarDate[]): DayRange[] {
  const inside = cuts.filter((cut) => isBefore(cut, range.to) && (range.from === null || isBefore(range.from, cut)));
  const starts = [range.from, ...inside];
  return starts.map((from, i) => ({ from, to: inside[i] ?? range.to }));
}

/** Without a last day, the end of the calendar. */
const boundsOf = ({ since, before }: FactSource): DayRange => ({
  from: since === null ? null : knownCalendarDate(since),
  to: knownCalendarDate(before ?? "9999-12-31"),
});
