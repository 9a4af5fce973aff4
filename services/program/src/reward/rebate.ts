import type { Program } from "../document/program.js";
import type { Band, Rebate, RewardCap } from "../document/reward.js";
import { formatForReading } from "../exact/calendar-date.js";
import { currencyDigits } from "../exact/currency-digits.js";
import { formatMinorUnits, formatMoney, formatPercent } from "../exact/format-amount.js";
import {
  add,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  roundHalfUp,
  subtract,
  toExactString,
  ZERO,
} from "../exact/rational.js";
import { attributeOf } from "../measure/series.js";
import type { Accrual } from "./accrual.js";
import { type Earner, type QualifyingFact, qualifyingFacts } from "./earner.js";
import { byLargestRemainder } from "./largest-remainder.js";
import { grouped, periodKey, RunningSums, within } from "./running.js";

type RebatedFact = QualifyingFact<Rebate> & { readonly tier: string };

/** A fact with what it is owed before any cap. */
interface Owed {
  readonly of: RebatedFact;
  /** Share of the base; where bands or accelerators join several rates, what they come to. */
  readonly rate: Rational;
  readonly amountMinor: bigint;
}

/**
 * What the rebates owe a partner whose facts come in order, each at the tier held on its own date. A flat rate rounds
 * half a minor unit up, fact by fact. What is added up over a period is rounded once for the period, and its facts share
 * the units by largest remainder.
 */
export function rebatesOf(earner: Earner): Accrual[] {
  return [...qualifyingFacts(earner, "rebates").values()].flatMap((facts) => {
    const paid = firstOnly(facts.filter(hasRate));
    const owed = paid.some(({ rule }) => isAddedUp(rule)) ? owedOverPeriods(paid) : paid.map(owedFlat);
    return capped(owed).flatMap(accrualOf);
  });
}

const hasRate = (fact: QualifyingFact<Rebate>): fact is RebatedFact =>
  fact.tier !== null &&
  fact.baseMinor > 0n &&
  (fact.rule.bands === null ? fact.rule.rateByTier : fact.rule.bands.byTier).has(fact.tier);

const isAddedUp = ({ bands, accelerators }: Rebate): boolean => bands !== null || accelerators.length > 0;

/** Only as many facts of a period as the rule pays for. */
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

/** Facts in groups of one period; each keeps its place in the order. */
function owedOverPeriods(facts: readonly RebatedFact[]): Owed[] {
  const exact = exactShares(facts);
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

/** What each fact is owed in minor units, exactly: by how much there was before it in its period. */
function exactShares(facts: readonly RebatedFact[]): Rational[] {
  const before = new RunningSums();
  const totals = new RunningSums();
  for (const { fact, rule, program, baseMinor } of facts)
    if (rule.bands !== null) totals.add(periodKey(rule.bands.over, fact.on, program.calendar), baseMinor);
  return facts.map(({ fact, rule, program, tier, baseMinor }) => {
    if (rule.bands === null) {
      const rate = rule.rateByTier.get(tier) ?? ZERO;
      return add(multiply(rational(baseMinor), rate), accelerated({ fact, rule, program, baseMinor, rate, before }));
    }
    const bands = rule.bands.byTier.get(tier) ?? [];
    const key = periodKey(rule.bands.over, fact.on, program.calendar);
    const start = before.add(key, baseMinor);
    if (rule.bands.method === "marginal") return marginal(bands, { start, end: start + baseMinor, program });
    return multiply(rational(baseMinor), reachedBand(bands, totals.of(key), program).rate);
  });
}

/** Every accelerator raises what lies above its bound and below the next one's. */
function accelerated({
  fact,
  rule,
  program,
  baseMinor,
  rate,
  before,
}: Pick<RebatedFact, "fact" | "rule" | "program" | "baseMinor"> & { rate: Rational; before: RunningSums }): Rational {
  const periods = new Set(rule.accelerators.map(({ over }) => over));
  return [...periods].reduce((sum, over) => {
    const start = before.add(`${over} ${periodKey(over, fact.on, program.calendar)}`, baseMinor);
    const bands = rule.accelerators
      .filter((accelerator) => accelerator.over === over)
      .map(({ above, times }) => ({ from: above, rate: multiply(rate, subtract(times, ONE)) }));
    return add(sum, marginal(bands, { start, end: start + baseMinor, program }));
  }, ZERO);
}

/** The parts of the stretch from `start` to `end`, each at the rate of the band that it lies in. */
function marginal(
  bands: readonly Band[],
  { start, end, program }: { start: bigint; end: bigint; program: Program },
): Rational {
  const bounds = bands.map(({ from }) => minorOfMajor(from, program));
  return bands.reduce((sum, { rate }, index) => {
    const from = larger(bounds[index] ?? 0n, start);
    const until = smaller(bounds[index + 1] ?? end, end);
    return until > from ? add(sum, multiply(rational(until - from), rate)) : sum;
  }, ZERO);
}

const NO_BAND: Band = { from: ZERO, rate: ZERO };
const reachedBand = (bands: readonly Band[], totalMinor: bigint, program: Program): Band =>
  bands.findLast(({ from }) => minorOfMajor(from, program) <= totalMinor) ?? NO_BAND;

/** What is left of each amount below the rule's caps, the facts being in order. */
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
  const title = program.tiers.find(({ name }) => name === tier)?.title ?? tier;
  const net = baseMinor === fact.amountMinor ? "" : " after refunds";
  const bands = rule.bands === null ? "" : ` over its bands of the ${rule.bands.over}`;
  const limit =
    cap === null
      ? ""
      : `, capped at ${formatMoney(cap.most, currency)} a ${cap.per}${cap.by === null ? "" : ` and ${cap.by}`}`;
  const explanation = `${rule.title}: ${formatMinorUnits(amountMinor, currency)}, ${formatPercent(rate)}${bands} of ${formatMinorUnits(baseMinor, currency)}${net} as ${title} on ${formatForReading(fact.on)}${limit}.`;
  return [
    {
      ...{ rule: rule.name, section: "rebates", subject: fact.id, fact, program, tier, on: fact.on },
      ...{ rate: toExactString(rate), baseMinor, amountMinor, explanation },
    },
  ];
}

/** Amounts of a document are no finer than its currency. */
export const minorOfMajor = (amount: Rational, { currency }: Pick<Program, "currency">): bigint =>
  roundHalfUp(amount, currencyDigits(currency));

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
