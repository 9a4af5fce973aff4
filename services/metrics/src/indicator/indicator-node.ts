import { decimalOf, rational } from "@tiergraph/program/exact";
import type { IndicatorBase } from "./indicator.store.js";
import type { IndicatorPeriod } from "./indicator-periods.js";
import { INDICATORS, indicatorsOf } from "./indicators-of.js";
import type { TierProgression as Progression } from "./progression.js";

export const indicatorGroupOf = (
  base: IndicatorBase,
  { period, currency, isShown }: { period: IndicatorPeriod; currency: string; isShown: boolean },
) => ({
  name: base.name,
  from: period.from,
  until: period.to,
  partners: isShown ? base.partners : null,
  values: isShown ? indicatorsOf(base, currency).map(shownValue) : null,
});

const shownValue = ({ indicator, value }: ReturnType<typeof indicatorsOf>[number]) => ({
  indicator,
  timing: INDICATORS[indicator].timing,
  unit: INDICATORS[indicator].unit,
  value: value === null ? null : decimalOf(value),
});

export const progressionShown = (row: Progression, isShown: boolean) => ({
  tier: row.tier,
  partners: isShown ? row.partners : null,
  movedUp: isShown ? row.movedUp : null,
  movedDown: isShown ? row.movedDown : null,
  progressionRate: isShown && row.partners > 0 ? decimalOf(rational(row.movedUp, row.partners)) : null,
});
