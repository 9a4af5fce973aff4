import type { Program, Rebate } from "../document/program.js";
import { formatForReading } from "../exact/calendar-date.js";
import { formatMinorUnits, formatPercent } from "../exact/format-amount.js";
import { multiply, type Rational, rational, roundHalfUp, toExactString } from "../exact/rational.js";
import type { Fact } from "../measure/fact.js";
import { matchesSource } from "../measure/series.js";

/** What one rebate rule owes for one fact. Amounts in minor units of the program's currency. */
export interface RebateAccrual {
  /** Name of the rule in the program. */
  readonly rule: string;
  readonly tier: string;
  /** Share of the base as exact text: `0.05` is 5%. */
  readonly rate: string;
  readonly baseMinor: bigint;
  /** Above zero; half a minor unit is rounded up. */
  readonly amountMinor: bigint;
  /** For a partner, in a sentence. */
  readonly explanation: string;
}

/**
 * What the program's rebates owe for a fact, at the tier that the partner held on the fact's own date. Nothing for a
 * tier without a rate, a fact that a rule does not name, and an amount that is missing, not above zero, or too small to
 * come to a minor unit.
 */
export function rebatesFor(program: Program, fact: Fact, tier: string): RebateAccrual[] {
  return program.rebates.map((rebate) => accrualOf(program, rebate, fact, tier)).filter((accrual) => accrual !== null);
}

function accrualOf(program: Program, rebate: Rebate, fact: Fact, tier: string): RebateAccrual | null {
  const rate = rebate.rateByTier.get(tier);
  const baseMinor = fact.amountMinor ?? 0n;
  if (rate === undefined || baseMinor <= 0n || !matchesSource(rebate.source, fact)) return null;
  const amountMinor = roundHalfUp(multiply(rational(baseMinor), rate), 0);
  if (amountMinor === 0n) return null;
  const explanation = explain({ program, rebate, fact, tier, rate, baseMinor, amountMinor });
  return { rule: rebate.name, tier, rate: toExactString(rate), baseMinor, amountMinor, explanation };
}

function explain(accrued: {
  program: Program;
  rebate: Rebate;
  fact: Fact;
  tier: string;
  rate: Rational;
  baseMinor: bigint;
  amountMinor: bigint;
}): string {
  const { program, rebate, fact } = accrued;
  const title = program.tiers.find(({ name }) => name === accrued.tier)?.title ?? accrued.tier;
  const amount = formatMinorUnits(accrued.amountMinor, program.currency);
  const base = formatMinorUnits(accrued.baseMinor, program.currency);
  return `${rebate.title}: ${amount}, ${formatPercent(accrued.rate)} of ${base} as ${title} on ${formatForReading(fact.on)}.`;
}
