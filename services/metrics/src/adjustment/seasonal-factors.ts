import {
  add,
  addMonths,
  type CalendarDate,
  compare,
  divide,
  isBefore,
  ONE,
  type Rational,
  rational,
  roundHalfUp,
  startOfMonth,
  toDecimalString,
  toExactString,
  ZERO,
} from "@tiergraph/program/exact";

/** What all partners together came to in a month, named by its first day. Months without facts are left out. */
export type MonthlyTotals = ReadonlyMap<CalendarDate, bigint>;

/** What makes one month of the year count like an average one. */
interface SeasonalFactor {
  /** The first day of the coming month that it is for. */
  readonly month: CalendarDate;
  /** That month's share of an average month: 3/2 where half as much again comes in. */
  readonly index: Rational;
  /** 1 divided by the index, to four digits. */
  readonly factor: Rational;
}

export type SeasonalFactors =
  | {
      readonly kind: "Computed";
      readonly factors: readonly SeasonalFactor[];
      readonly years: number;
      readonly from: CalendarDate;
      readonly to: CalendarDate;
    }
  /** Fewer than two whole years of it, or one in which nothing came in. */
  | { readonly kind: "HistoryTooShort" };

const DIGITS = 4;
const MIN_YEARS = 2;

/**
 * The seasonal factors of the twelve months after today's, by ratio to average: for each calendar month the mean, over
 * whole years, of its total divided by that year's monthly average is its index, and 1 divided by the index its factor.
 * Years end with the last whole month before today. A month whose index is not above zero has no factor, and one that is
 * average needs none: neither is here.
 */
export function seasonalFactors(
  totals: MonthlyTotals,
  { months, today }: { months: number; today: CalendarDate },
): SeasonalFactors {
  const to = startOfMonth(today);
  const earliest = [...totals.keys()].sort()[0];
  let years = Math.floor(months / 12);
  while (years > 0 && (earliest === undefined || isBefore(addMonths(to, -12 * years), earliest))) years--;
  if (years < MIN_YEARS) return { kind: "HistoryTooShort" };
  const from = addMonths(to, -12 * years);
  const ratios = Array.from({ length: years }, (_, year) => ratiosOfYear(totals, addMonths(from, 12 * year)));
  const whole = ratios.filter((ratio) => ratio !== null);
  if (whole.length < years) return { kind: "HistoryTooShort" };
  const factors = Array.from({ length: 12 }, (_, i) => {
    const index = divide(whole.map((ratio) => ratio[i] ?? ZERO).reduce(add), rational(years));
    // The years start with this month of the year, and so the twelve that come with the next.
    return { month: addMonths(to, i === 0 ? 12 : i), index };
  }).flatMap(({ month, index }) => {
    if (compare(index, ZERO) <= 0) return [];
    const factor = rational(roundHalfUp(divide(ONE, index), DIGITS), 10n ** BigInt(DIGITS));
    return compare(factor, ONE) === 0 || compare(factor, ZERO) === 0 ? [] : [{ month, index, factor }];
  });
  return { kind: "Computed", factors: factors.sort((a, b) => (isBefore(a.month, b.month) ? -1 : 1)), years, from, to };
}

/** Each of twelve months divided by their average; null where that is not above zero. */
function ratiosOfYear(totals: MonthlyTotals, start: CalendarDate): Rational[] | null {
  const months = Array.from({ length: 12 }, (_, i) => rational(totals.get(addMonths(start, i)) ?? 0n));
  const average = divide(months.reduce(add), rational(12));
  return compare(average, ZERO) <= 0 ? null : months.map((total) => divide(total, average));
}

/** The adjustments to propose for computed factors, one a month. */
export function adjustmentsOf({ factors, years, from, to }: Extract<SeasonalFactors, { kind: "Computed" }>) {
  const method = `Ratio to average over ${years} years, from ${from} to before ${to}, all partners: 1 divided by the mean of the month's total by its year's monthly average, to four digits.`;
  return factors.map(({ month, index, factor }) => ({
    kind: "factor" as const,
    fromOn: month,
    toOn: addMonths(month, 1),
    factor: toExactString(factor),
    regions: [],
    markets: [],
    why: `In this month of the year all partners together reach ${toDecimalString(index, 4)} of an average month.`,
    method,
  }));
}
