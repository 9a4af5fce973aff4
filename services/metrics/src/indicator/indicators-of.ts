import { currencyDigits, divide, fromMinorUnits, multiply, type Rational, rational } from "@tiergraph/program/exact";
import type { IndicatorBase } from "./indicator.store.js";

type IndicatorUnit = "money" | "count" | "percent" | "days" | "points";

/** What an indicator is; leading ones move before results do, lagging ones are results. */
interface IndicatorKind {
  readonly timing: "leading" | "lagging";
  readonly unit: IndicatorUnit;
  /** Null where there is nothing to divide by. */
  readonly of: (base: IndicatorBase, currency: string) => Rational | null;
}

const money = (minor: string, currency: string): Rational => fromMinorUnits(BigInt(minor), currencyDigits(currency));
const share = (part: bigint | number, whole: bigint | number): Rational | null =>
  Number(whole) <= 0 ? null : rational(BigInt(part), BigInt(whole));

const winRate = ({ won, lost }: IndicatorBase): Rational | null => share(won, won + lost);
const averageDeal = ({ won, wonMinor }: IndicatorBase, currency: string): Rational | null =>
  won === 0 ? null : divide(money(wonMinor, currency), rational(won));
const cycleDays = ({ cycleDays: days, cycleDeals }: IndicatorBase): Rational | null => share(days, cycleDeals);

/** Open deals × win rate × average won deal ÷ sales cycle: what the pipeline yields a day. */
function pipelineVelocity(base: IndicatorBase, currency: string): Rational | null {
  const [rate, size, cycle] = [winRate(base), averageDeal(base, currency), cycleDays(base)];
  if (rate === null || size === null || cycle === null || cycle.num === 0n) return null;
  return divide(multiply(multiply(rational(base.open), rate), size), cycle);
}

/** Of the recurring revenue with which customers began, what is left of it: new customers add nothing. */
const netRetention = ({ mrrMinor, expandedMinor, lostMinor }: IndicatorBase): Rational | null =>
  share(BigInt(mrrMinor) + BigInt(expandedMinor) - BigInt(lostMinor), BigInt(mrrMinor));
const grossRetention = ({ mrrMinor, keptMinor }: IndicatorBase): Rational | null =>
  share(BigInt(keptMinor), BigInt(mrrMinor));

export const INDICATORS = {
  OPEN_DEALS: { timing: "leading", unit: "count", of: ({ open }) => rational(open) },
  PIPELINE_VELOCITY: { timing: "leading", unit: "money", of: pipelineVelocity },
  WIN_RATE: { timing: "leading", unit: "percent", of: winRate },
  AVERAGE_DEAL: { timing: "leading", unit: "money", of: averageDeal },
  SALES_CYCLE: { timing: "leading", unit: "days", of: cycleDays },
  LEAD_CONVERSION: { timing: "leading", unit: "percent", of: ({ converted, leads }) => share(converted, leads) },
  LEAD_CONVERSION_TIME: {
    timing: "leading",
    unit: "days",
    of: ({ conversionDays, conversionLeads }) => share(conversionDays, conversionLeads),
  },
  INTEGRATION_ADOPTION: { timing: "leading", unit: "percent", of: ({ adopters, active }) => share(adopters, active) },
  WON_DEALS: { timing: "lagging", unit: "count", of: ({ won }) => rational(won) },
  WON_AMOUNT: { timing: "lagging", unit: "money", of: ({ wonMinor }, currency) => money(wonMinor, currency) },
  GROSS_RETENTION: { timing: "lagging", unit: "percent", of: grossRetention },
  NET_RETENTION: { timing: "lagging", unit: "percent", of: netRetention },
  RENEWAL_RATE: { timing: "lagging", unit: "percent", of: ({ renewed, left }) => share(renewed, renewed + left) },
  NPS: {
    timing: "lagging",
    unit: "points",
    of: ({ promoters, detractors, answers }) => share((promoters - detractors) * 100, answers),
  },
} as const satisfies Record<string, IndicatorKind>;
export type IndicatorName = keyof typeof INDICATORS;
export const INDICATOR_NAMES = Object.keys(INDICATORS) as IndicatorName[]; // Its own keys.

interface IndicatorValue {
  readonly indicator: IndicatorName;
  readonly value: Rational | null;
}

export const indicatorsOf = (base: IndicatorBase, currency: string): IndicatorValue[] =>
  INDICATOR_NAMES.map((indicator) => ({ indicator, value: INDICATORS[indicator].of(base, currency) }));
