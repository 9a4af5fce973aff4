import { type PeriodDays, periodContaining } from "../document/periods/index.js";
import type { Program } from "../document/program/index.js";
import type { Bonus, Target } from "../document/rewards/index.js";
import {
  add,
  addDays,
  compare,
  currencyDigits,
  daysBetween,
  divide,
  formatCount,
  formatForReading,
  formatMinorUnits,
  formatMoney,
  multiply,
  type Rational,
  rational,
  roundHalfUp,
  ZERO,
} from "../exact/index.js";
import type { Accrual } from "./accrual.js";
import { type Earner, type QualifyingFact, qualifyingFacts, tierOn } from "./earner.js";
import type { TierHeldFrom } from "./gate.js";
import { minorOfMajor } from "./rebate.js";
import { grouped, periodKey } from "./running.js";

/**
 * The bonuses owed: each target once in a period, if the total at its end reaches it. A target by tier is that of the
 * tier held on the day it is reached; a prorated one is the average over the days of the period, each at the tier held
 * on it.
 */
export function bonusesOf(earner: Earner): Accrual[] {
  return [...qualifyingFacts(earner, "bonuses").values()].flatMap((facts) => {
    const periods = grouped(facts, ({ rule, fact, program }) => periodKey(rule.over, fact.on, program.calendar));
    return [...periods.values()].flatMap((inPeriod) => bonusesOfPeriod(inPeriod, earner.tiers));
  });
}

interface Reached {
  readonly of: QualifyingFact<Bonus>;
  readonly sum: Rational;
}

function bonusesOfPeriod(facts: readonly QualifyingFact<Bonus>[], tiers: readonly TierHeldFrom[]): Accrual[] {
  const last = facts.at(-1);
  if (last === undefined) return [];
  // The version of the latest fact applies to the whole period.
  const { rule, program } = last;
  const period = periodContaining(rule.over, last.fact.on, program.calendar);
  const sums: Reached[] = [];
  for (const of of facts) sums.push({ of, sum: add(sums.at(-1)?.sum ?? ZERO, addedBy(of)) });
  const total = sums.at(-1)?.sum ?? ZERO;
  const context = { rule, program, period, tiers };
  return Array.from({ length: targetCount(rule) }, (_, index) => index).flatMap((index) => {
    const reached = sums.find(({ of, sum }) => {
      const target = targetOn(index, { ...context, day: of.fact.on });
      return target !== null && compare(sum, target.at) >= 0;
    });
    if (reached === undefined) return [];
    const target = targetOn(index, { ...context, day: reached.of.fact.on });
    // Quantities given back later may have reduced the total again.
    if (target === null || compare(total, target.at) < 0) return [];
    return bonusOf({ ...context, index, target, reached });
  });
}

function addedBy({ rule, fact, program, baseMinor }: QualifyingFact<Bonus>): Rational {
  if (rule.add === "count") return rational(1);
  if (rule.add === "quantity") return rational(fact.quantity ?? 0n);
  return rational(baseMinor, 10n ** BigInt(currencyDigits(program.currency)));
}

interface TargetContext {
  readonly rule: Bonus;
  readonly program: Program;
  readonly period: PeriodDays;
  readonly tiers: readonly TierHeldFrom[];
}

const targetsOf = ({ targets }: Bonus, tier: string): readonly Target[] =>
  targets instanceof Map ? (targets.get(tier) ?? []) : (targets as readonly Target[]); // A list where it is no map.

const targetCount = ({ targets }: Bonus): number =>
  targets instanceof Map
    ? Math.max(0, ...[...targets.values()].map((list) => list.length))
    : (targets as readonly Target[]).length;

/** The target for a partner on a day; null where its tier has none, or before the first placement. */
function targetOn(
  index: number,
  { rule, period, tiers, day }: TargetContext & { day: TierHeldFrom["from"] },
): Target | null {
  const tier = tierOn(tiers, day);
  if (tier === null) return null;
  if (rule.prorate === null) return targetsOf(rule, tier)[index] ?? null;
  const held = daysByTier(period, tiers).flatMap(({ tier: name, days }) => {
    const target = targetsOf(rule, name)[index];
    return target === undefined ? [] : { ...target, days };
  });
  const context = held.reduce((sum, { days }) => sum + days, 0);
  if (context === 0) return null;
  const weighted = (of: (target: Target) => Rational) =>
    held.reduce((sum, target) => add(sum, multiply(of(target), rational(target.days))), ZERO);
  return {
    at: divide(
      weighted(({ at }) => at),
      rational(context),
    ),
    // Days without this target pay nothing.
    pays: divide(
      weighted(({ pays }) => pays),
      rational(daysBetween(period.from, period.until)),
    ),
  };
}

/** Days of a period in each tier; days before the first placement are in none. */
function daysByTier({ from, until }: PeriodDays, tiers: readonly TierHeldFrom[]): { tier: string; days: number }[] {
  return tiers.flatMap((held, index) => {
    const next = tiers[index + 1]?.from ?? until;
    const [start, end] = [held.from < from ? from : held.from, next < until ? next : until];
    return start < end ? [{ tier: held.tier, days: daysBetween(start, end) }] : [];
  });
}

function bonusOf({
  rule,
  program,
  period,
  index,
  target,
  reached,
}: TargetContext & { index: number; target: Target; reached: Reached }): Accrual[] {
  const { fact, tier } = reached.of;
  const amountMinor = roundHalfUp(target.pays, currencyDigits(program.currency));
  if (amountMinor <= 0n || tier === null) return [];
  const goal = rule.add === "amount" ? formatMoney(target.at, program.currency) : formatCount(target.at);
  const prorated = rule.prorate === null ? "" : ", target and pay being those of its tiers by days,";
  const days =
    rule.over === "lifetime"
      ? ""
      : ` from ${formatForReading(period.from)} to ${formatForReading(addDays(period.until, -1))}`;
  return [
    {
      rule: rule.name,
      section: "bonuses",
      subject: `${period.from} ${index + 1}`,
      fact,
      program,
      tier,
      on: fact.on,
      rate: null,
      amountMinor,
      baseMinor: rule.add === "amount" ? minorOfMajor(reached.sum, program) : 0n,
      explanation: `${rule.title}: ${formatMinorUnits(amountMinor, program.currency)} for ${goal}${days}${prorated} reached on ${formatForReading(fact.on)}.`,
    },
  ];
}
