import { type FactSource, titlesOfKind } from "../document/facts/index.js";
import type { Program } from "../document/program/index.js";
import type { Audience } from "../document/requirements/index.js";
import type {
  Bonus,
  Ceiling,
  LedgerTerms,
  Rebate,
  RewardCap,
  RuleCommon,
  Spiff,
  Target,
} from "../document/rewards/index.js";
import {
  addDays,
  compare,
  formatCount,
  formatForReading,
  formatMoney,
  formatPercent,
  knownCalendarDate,
  ONE,
  type Rational,
} from "../exact/index.js";
import { capitalized, inWords } from "../words/index.js";
import { holdsRule } from "./ceiling.js";
import { gateInWords, mayPass, monthsInWords } from "./gate.js";

/** A reward rule for a tier, as partners read it. */
export interface RuleInWords {
  readonly section: "rebates" | "bonuses" | "spiffs";
  readonly name: string;
  readonly title: string;
  readonly why: string;
  /** What it pays, in sentences. */
  readonly inWords: string;
}

/** The reward rules of a tier, in document order. */
export function rulesInWords(program: Program, tier: string): RuleInWords[] {
  const written = <Rule extends Rebate | Bonus | Spiff>(
    section: RuleInWords["section"],
    rule: Rule,
    pays: string | null,
  ): RuleInWords[] => {
    if (pays === null || !mayPass(program, rule.gate, tier)) return [];
    const { name, title, why } = rule;
    const sentences = [pays, ...narrowing(rule, program), ...ceilingsInWords(program, section, name)];
    return [{ section, name, title, why, inWords: sentences.join(" ") }];
  };
  return [
    ...program.rebates.flatMap((rule) => written("rebates", rule, rebateInWords(rule, tier, program))),
    ...program.bonuses.flatMap((rule) => written("bonuses", rule, bonusInWords(rule, tier, program))),
    ...program.spiffs.flatMap((rule) => written("spiffs", rule, spiffInWords(rule, tier, program))),
  ];
}

function rebateInWords(rule: Rebate, tier: string, program: Program): string | null {
  const { bands, rateByTier, accelerators, caps, first, source } = rule;
  const kinds = kindsIn(program, source);
  const money = (amount: Rational) => formatMoney(amount, program.currency);
  const rate = rateByTier.get(tier);
  const own = bands?.byTier.get(tier);
  if (rate === undefined && own === undefined) return null;
  const pays =
    own === undefined || bands === null
      ? `${formatPercent(rate ?? { num: 0n, den: 1n })} of each ${kinds.one}, at the tier held on its day.`
      : `${own.map((band) => `${formatPercent(band.rate)} from ${bands.by === "quantity" ? `${formatCount(band.from)} units` : money(band.from)}`).join(", ")} of the ${kinds.many} ${within(bands.over)}: ${bands.method === "marginal" ? "each part at the rate of its own band" : "all of it at the rate of the band that it reaches"}.`;
  const faster = accelerators.map(
    ({ above, over, times }) => `Above ${money(above)} ${each(over)} it is ${formatPercent(times)} of that.`,
  );
  const capped = caps.map(
    (cap: RewardCap) => `At most ${money(cap.most)} ${each(cap.per)}${cap.by === null ? "" : ` and ${cap.by}`}.`,
  );
  const limited = first === null ? [] : [`Only the first ${first.count} ${each(first.per)}.`];
  return [pays, ...faster, ...capped, ...limited].join(" ");
}

function bonusInWords({ targets, add, over, prorate, source }: Bonus, tier: string, program: Program): string | null {
  // A list where it is no map.
  const own: readonly Target[] | undefined =
    targets instanceof Map ? targets.get(tier) : (targets as readonly Target[]);
  if (own === undefined) return null;
  const { currency } = program;
  const goals = own.map(({ at, pays }) => {
    const goal = add === "amount" ? formatMoney(at, currency) : formatCount(at);
    return `${formatMoney(pays, currency)} for ${goal}`;
  });
  const last = own[own.length - 1];
  const isOne = add === "count" && last !== undefined && compare(last.at, ONE) === 0;
  const what = { amount: "of ", quantity: source.kinds.join() === "seats" ? "" : "units of ", count: "" }[add];
  const kinds = kindsIn(program, source);
  const days =
    prorate === null
      ? ""
      : " Where the tier changes within it, each tier's target and pay count by the days in that tier.";
  return `${goals.join(", ")} ${what}${isOne ? kinds.one : kinds.many} ${within(over)}, each once.${days}`;
}

function spiffInWords({ pays, first, source }: Spiff, tier: string, program: Program): string | null {
  // A number where it is no map.
  const own = pays instanceof Map ? pays.get(tier) : (pays as Rational);
  if (own === undefined) return null;
  const limited = first === null ? "" : ` Only the first ${first.count} ${each(first.per)}.`;
  return `${formatMoney(own, program.currency)} for each ${kindsIn(program, source).one}.${limited}`;
}

/** The kinds that a rule pays, singular and plural, in partners' words. */
function kindsIn(program: Program, { kinds }: FactSource): { one: string; many: string } {
  const titles = kinds.map((kind) => titlesOfKind(program, kind));
  return { one: titles.map(({ one }) => one).join(" or "), many: inWords(titles.map(({ many }) => many)) };
}

const within = (period: string): string => (period === "lifetime" ? "in all" : `in a ${period}`);
const each = (period: string): string => (period === "lifetime" ? "in all" : `a ${period}`);

function narrowing({ source, audience, netOf, monthsFromFirstDeal, gate }: RuleCommon, program: Program): string[] {
  const { where, except, since, before } = source;
  return [
    ...where.map((condition) => `Only where ${condition.attribute} is ${condition.in.join(" or ")}.`),
    ...except.map((condition) => `Not where ${condition.attribute} is ${condition.in.join(" or ")}.`),
    ...(since === null ? [] : [`From ${formatForReading(knownCalendarDate(since))} on.`]),
    ...(before === null ? [] : [`Until ${formatForReading(addDays(knownCalendarDate(before), -1))}.`]),
    ...audienceInWords(audience, program),
    ...(monthsFromFirstDeal === null
      ? []
      : [`Only in the ${monthsInWords(monthsFromFirstDeal)} from a customer's first deal with the partner on.`]),
    ...(gate === null ? [] : gateInWords(program, gate)),
    ...(netOf.length === 0
      ? []
      : [`${capitalized(inWords(netOf.map((kind) => titlesOfKind(program, kind).many)))} reduce it.`]),
  ];
}

const audienceInWords = ({ tracks, regions, countries, markets }: Audience, program: Program): string[] =>
  Object.entries({
    track: titlesOf(program.tracks, tracks),
    region: regions,
    country: countries,
    market: titlesOf(program.markets, markets),
  }).flatMap(([what, of]) => (of.length === 0 ? [] : [`For partners of ${what} ${of.join(" or ")}.`]));

const titlesOf = (known: readonly { name: string; title: string }[], names: readonly string[]): string[] =>
  names.map((name) => known.find((one) => one.name === name)?.title ?? name);

const ceilingsInWords = (program: Program, section: RuleInWords["section"], rule: string): string[] =>
  program.ceilings
    .filter((ceiling) => holdsRule(ceiling, { section, rule }))
    .map((ceiling: Ceiling) => {
      const { most, over, title } = ceiling;
      const limit = most.unit === "money" ? formatMoney(most.value, program.currency) : `${most.value.num} times`;
      return `${title}: at most ${limit} ${each(over)} for ${ceiling.each === "partner" ? "each partner" : "all partners together"}.`;
    });

/** The ledger terms for partners of a tier, in sentences. */
export function termsInWords({ ledger, currency, tiers }: Program, tier: string): string[] {
  const { refundWindowDays, expiresAfterMonths, renewal, minimumPayout, approvalFrom }: LedgerTerms = ledger;
  const own = renewal?.tiers.includes(tier) ? renewal : null;
  const names = renewal?.tiers.map((name) => tiers.find((one) => one.name === name)?.title ?? name) ?? [];
  return [
    refundWindowDays === 0
      ? "A reward is earned at once."
      : `A reward is pending for ${refundWindowDays} days after the deal, while the deal can be refunded.`,
    minimumPayout === null
      ? "Earned rewards can be redeemed."
      : `Earned rewards can be redeemed from ${formatMoney(minimumPayout, currency)} up.`,
    ...(approvalFrom === null
      ? []
      : [`From ${formatMoney(approvalFrom, currency)} in a calendar month, a second person approves it.`]),
    expiresAfterMonths === null
      ? "It does not expire."
      : `It expires at the end of the month ${expiresAfterMonths} months after it was earned; what expires first is redeemed first.`,
    ...(own !== null
      ? [`Rewards that would expire are kept for ${own.months} more months, at most ${own.times} times.`]
      : []),
    ...(renewal !== null && own === null
      ? [`In ${inWords(names)}, rewards that would expire are kept for longer.`]
      : []),
    "A reward taken back after its payout is owed; the next rewards repay it.",
  ];
}
