import type { CountingPeriod } from "../document/periods/index.js";
import type { Program } from "../document/program/index.js";
import type { Band, Rebate, RewardCap } from "../document/rewards/index.js";
import {
  add,
  currencyDigits,
  divide,
  formatForReading,
  formatMinorUnits,
  formatMoney,
  formatPercent,
  largerOf,
  multiply,
  ONE,
  type Rational,
  rational,
  roundHalfUp,
  smallerOf,
  subtract,
  toExactString,
  ZERO,
} from "../exact/index.js";
import { attributeOf } from "../measure/index.js";
import { titleOf } from "../words/index.js";
import type { Accrual } from "./accrual.js";
import { type Earner, type QualifyingFact, qualifyingFacts } from "./earner.js";
import { firstDealInWords } from "./first-deal.js";
import { byLargestRemainder } from "./largest-remainder.js";
import { grouped, periodKey, RunningSums, within } from "./running.js";

type RebatedFact = QualifyingFact<Rebate> & { readonly tier: string };

/** A fact with the amount owed before caps. */
interface Owed {
  readonly of: RebatedFact;
  /** The share of the base; the effective one where bands or accelerators combine rates. */
  readonly rate: Rational;
  readonly amountMinor: bigint;
}

/**
 * The rebates owed for facts in order, each at the tier held on its date. A flat rate rounds half a minor unit up for
 * each fact. Totals over a period are rounded once for the period and shared among its facts by largest remainder.
 */
export function rebatesOf(earner: Earner): Accrual[] {
  return [...qualifyingFacts(earner, "rebates").values()].flatMap((facts) => {
    const paid = firstOnly(facts.filter(hasRate));
    const owed = paid.some(({ rule }) => isAddedUp(rule))
      ? owedOverPeriods(paid, positionsOf(facts, new Set(paid)))
      : paid.map(owedFlat);
    return capped(owed).flatMap(accrualOf);
  });
}

/** The position of a fact in the running total of its period, in the unit of the rule's bands. */
interface Position {
  readonly start: bigint;
  readonly end: bigint;
  /** The total of the period. */
  readonly total: bigint;
}
type PositionOf = (fact: RebatedFact, over: CountingPeriod) => Position;

/**
 * Positions in each period. Sales without a tier or at a tier without a rate earn nothing, and still count before later
 * ones. Facts beyond the limit of a rule do not count.
 */
function positionsOf(facts: readonly QualifyingFact<Rebate>[], paid: ReadonlySet<QualifyingFact<Rebate>>): PositionOf {
  const counted = facts.filter((fact) => paid.has(fact) || !hasRate(fact));
  const byPeriod = new Map<CountingPeriod, Map<QualifyingFact<Rebate>, Position>>();
  return (fact, over) => {
    const known = byPeriod.get(over) ?? positionsOver(counted, over);
    byPeriod.set(over, known);
    const position = known.get(fact);
    if (position === undefined) throw new Error(`Fact ${fact.fact.id} is paid and was not counted`);
    return position;
  };
}

function positionsOver(
  facts: readonly QualifyingFact<Rebate>[],
  over: CountingPeriod,
): Map<QualifyingFact<Rebate>, Position> {
  const [before, totals] = [new RunningSums(), new RunningSums()];
  // A later version may add up something else: units and amounts are kept separate.
  const keyOf = ({ rule, fact, program }: QualifyingFact<Rebate>) =>
    `${rule.bands?.by} ${periodKey(over, fact.on, program.calendar)}`;
  for (const fact of facts) totals.add(keyOf(fact), addedBy(fact));
  return new Map(
    facts.map((fact) => {
      const start = before.add(keyOf(fact), addedBy(fact));
      return [fact, { start, end: start + addedBy(fact), total: totals.of(keyOf(fact)) }];
    }),
  );
}

const addedBy = ({ rule, baseMinor, units }: QualifyingFact<Rebate>): bigint =>
  rule.bands?.by === "quantity" ? units : baseMinor;

const hasRate = (fact: QualifyingFact<Rebate>): fact is RebatedFact =>
  fact.tier !== null &&
  fact.baseMinor > 0n &&
  (fact.rule.bands === null ? fact.rule.rateByTier : fact.rule.bands.byTier).has(fact.tier);

const isAddedUp = ({ bands, accelerators }: Rebate): boolean => bands !== null || accelerators.length > 0;

/** The first facts of each period, as many as the rule pays for. */
export function firstOnly<Fact extends QualifyingFact<Rebate> | QualifyingFact<Program["spiffs"][number]>>(
  facts: readonly Fact[],
): Fact[] {
  const counted = new RunningSums();
  return facts.filter(({ rule: { first }, fact, program }) => {
    if (first === null) return true;
    return counted.add(periodKey(first.per, fact.on, program.calendar), 1n) < BigInt(first.count);
  });
}

function owedFlat(of: RebatedFact): Owed {
  const rate = of.rule.rateByTier.get(of.tier) ?? ZERO;
  return { of, rate, amountMinor: roundHalfUp(multiply(rational(of.baseMinor), rate), 0) };
}

/** Groups facts by period, each in its order. */
function owedOverPeriods(facts: readonly RebatedFact[], positionOf: PositionOf): Owed[] {
  const exact = facts.map((fact) => exactShare(fact, positionOf));
  const periods = grouped([...facts.keys()], (index) => {
    const { fact, rule, program } = facts[index] as RebatedFact; // The keys are those of the facts.
    const over = rule.bands?.over ?? rule.accelerators[0]?.over ?? "lifetime";
    return periodKey(over, fact.on, program.calendar);
  });
  const amounts = new Array<bigint>(facts.length).fill(0n);
  for (const indexes of periods.values())
    for (const [i, amount] of byLargestRemainder(indexes.map((index) => exact[index] ?? ZERO)).entries())
      amounts[indexes[i] ?? 0] = amount;
  return facts.map((of, index) => ({
    of,
    rate: divide(exact[index] ?? ZERO, rational(of.baseMinor)),
    amountMinor: amounts[index] ?? 0n,
  }));
}

/** The exact amount owed for a fact in minor units, by the running total before it in its period. */
function exactShare(fact: RebatedFact, positionOf: PositionOf): Rational {
  const { rule, program, tier, baseMinor } = fact;
  if (rule.bands === null) {
    const rate = rule.rateByTier.get(tier) ?? ZERO;
    return add(multiply(rational(baseMinor), rate), accelerated(fact, rate, positionOf));
  }
  const { by, over, method } = rule.bands;
  const bands = rule.bands.byTier.get(tier) ?? [];
  const position = positionOf(fact, over);
  const bounds = bands.map(({ from }) => (by === "quantity" ? from.num / from.den : minorOfMajor(from, program)));
  if (method === "whole-amount") return multiply(rational(baseMinor), rateAt(bands, { bounds, at: position.total }));
  if (by === "amount") return marginal(bands, { ...position, bounds });
  // Each unit carries an equal part of the amount; a fact without units is paid by the band that it is in.
  const units = position.end - position.start;
  return units === 0n
    ? multiply(rational(baseMinor), rateAt(bands, { bounds, at: position.start }))
    : multiply(marginal(bands, { ...position, bounds }), rational(baseMinor, units));
}

/** Each accelerator applies from its bound to the next one. */
function accelerated(fact: RebatedFact, rate: Rational, positionOf: PositionOf): Rational {
  const { rule, program } = fact;
  const periods = new Set(rule.accelerators.map(({ over }) => over));
  return [...periods].reduce((sum, over) => {
    const bands = rule.accelerators
      .filter((accelerator) => accelerator.over === over)
      .map(({ above, times }) => ({ from: above, rate: multiply(rate, subtract(times, ONE)) }));
    const bounds = bands.map(({ from }) => minorOfMajor(from, program));
    return add(sum, marginal(bands, { ...positionOf(fact, over), bounds }));
  }, ZERO);
}

/** The range from `start` to `end`, each part at the rate of its band; bounds are in the same unit. */
function marginal(
  bands: readonly Band[],
  { start, end, bounds }: Pick<Position, "start" | "end"> & { readonly bounds: readonly bigint[] },
): Rational {
  return bands.reduce((sum, { rate }, index) => {
    const from = largerOf(bounds[index] ?? 0n, start);
    const until = smallerOf(bounds[index + 1] ?? end, end);
    return until > from ? add(sum, multiply(rational(until - from), rate)) : sum;
  }, ZERO);
}

const rateAt = (
  bands: readonly Band[],
  { bounds, at }: { readonly bounds: readonly bigint[]; readonly at: bigint },
): Rational => bands.findLast((_, index) => (bounds[index] ?? 0n) <= at)?.rate ?? ZERO;

/** Applies the rule's caps to the amounts, in order. */
function capped(owed: readonly Owed[]): (Owed & { readonly cap: RewardCap | null })[] {
  const paid = new RunningSums();
  return owed.map((line) => {
    const { fact, rule, program } = line.of;
    let [amountMinor, binding]: [bigint, RewardCap | null] = [line.amountMinor, null];
    const keys = rule.caps.map((cap, index) => {
      const part = cap.by === null ? "" : (attributeOf(fact, cap.by) ?? "");
      return `${index} ${cap.per === "fact" ? fact.id : periodKey(cap.per, fact.on, program.calendar)} ${part}`;
    });
    for (const [index, cap] of rule.caps.entries()) {
      const left = within(minorOfMajor(cap.most, program), paid.of(keys[index] ?? ""), amountMinor);
      if (left < amountMinor) [amountMinor, binding] = [left, cap];
    }
    for (const key of keys) paid.add(key, amountMinor);
    return { ...line, amountMinor, cap: binding };
  });
}

function accrualOf({ of, rate, amountMinor, cap }: Owed & { readonly cap: RewardCap | null }): Accrual[] {
  if (amountMinor <= 0n) return [];
  const { fact, program, rule, tier, baseMinor } = of;
  const { currency } = program;
  const title = titleOf(program, tier);
  const net = baseMinor === fact.amountMinor ? "" : " after refunds";
  const bands =
    rule.bands === null
      ? ""
      : ` over its bands${rule.bands.by === "quantity" ? " by units" : ""} of the ${rule.bands.over}`;
  const limit =
    cap === null
      ? ""
      : `, capped at ${formatMoney(cap.most, currency)} a ${cap.per}${cap.by === null ? "" : ` and ${cap.by}`}`;
  const explanation = `${rule.title}: ${formatMinorUnits(amountMinor, currency)}, ${formatPercent(rate)}${bands} of ${formatMinorUnits(baseMinor, currency)}${net} as ${title} on ${formatForReading(fact.on)}${limit}.${firstDealInWords(of)}`;
  return [
    {
      rule: rule.name,
      section: "rebates",
      subject: fact.id,
      fact,
      program,
      tier,
      on: fact.on,
      rate: toExactString(rate),
      baseMinor,
      amountMinor,
      explanation,
    },
  ];
}

/** Exact, since amounts of a document are no finer than the currency. */
export const minorOfMajor = (amount: Rational, { currency }: Pick<Program, "currency">): bigint =>
  roundHalfUp(amount, currencyDigits(currency));
