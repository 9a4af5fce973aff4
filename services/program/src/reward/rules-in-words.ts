import type { Program } from "../document/program.js";
import type { Audience } from "../document/requirement.js";
import type { Bonus, Ceiling, LedgerTerms, Rebate, RewardCap, Spiff, Target } from "../document/reward.js";
import { addDays, formatForReading, knownCalendarDate } from "../exact/calendar-date.js";
import { formatCount, formatMoney, formatPercent } from "../exact/format-amount.js";
import type { Rational } from "../exact/rational.js";
import { holdsRule } from "./ceiling.js";

/** A rule that pays a tier, as its partners read it. */
export interface RuleInWords {
  readonly section: "rebates" | "bonuses" | "spiffs";
  readonly name: string;
  readonly title: string;
  readonly why: string;
  /** What it pays, in sentences. */
  readonly inWords: string;
}

/** The rules that pay a tier, in the order of the document; what pays other tiers only is left out. */
export function rulesInWords(program: Program, tier: string): RuleInWords[] {
  const told = <Rule extends Rebate | Bonus | Spiff>(
    section: RuleInWords["section"],
    rule: Rule,
    pays: string | null,
  ): RuleInWords[] => {
    if (pays === null) return [];
    const { name, title, why } = rule;
    const sentences = [pays, ...narrowing(rule), ...ceilingsInWords(program, section, name)];
    return [{ section, name, title, why, inWords: sentences.join(" ") }];
  };
  return [
    ...program.rebates.flatMap((rule) => told("rebates", rule, rebateInWords(rule, tier, program.currency))),
    ...program.bonuses.flatMap((rule) => told("bonuses", rule, bonusInWords(rule, tier, program.currency))),
    ...program.spiffs.flatMap((rule) => told("spiffs", rule, spiffInWords(rule, tier, program.currency))),
  ];
}

function rebateInWords(rule: Rebate, tier: string, currency: string): string | null {
  const { bands, rateByTier, accelerators, caps, first, source } = rule;
  const of = source.kinds.join(", ");
  const money = (amount: Rational) => formatMoney(amount, currency);
  const rate = rateByTier.get(tier);
  const own = bands?.byTier.get(tier);
  if (rate === undefined && own === undefined) return null;
  const pays =
    own === undefined || bands === null
      ? `${formatPercent(rate ?? { num: 0n, den: 1n })} of each ${of}, at the tier held on its day.`
      : `${own.map((band) => `${formatPercent(band.rate)} from ${bands.by === "quantity" ? `${formatCount(band.from)} units` : money(band.from)}`).join(", ")} of what a ${bands.over} brings by ${of}: ${bands.method === "marginal" ? "each part at the rate of its own band" : "all of it at the rate of the band that it reaches"}.`;
  const faster = accelerators.map(
    ({ above, over, times }) => `Above ${money(above)} a ${over} it is ${formatPercent(times)} of that.`,
  );
  const capped = caps.map(
    (cap: RewardCap) => `At most ${money(cap.most)} a ${cap.per}${cap.by === null ? "" : ` and ${cap.by}`}.`,
  );
  const limited = first === null ? [] : [`Only the first ${first.count} a ${first.per}.`];
  return [pays, ...faster, ...capped, ...limited].join(" ");
}

function bonusInWords({ targets, add, over, prorate, source }: Bonus, tier: string, currency: string): string | null {
  // A list where it is no map.
  const own: readonly Target[] | undefined =
    targets instanceof Map ? targets.get(tier) : (targets as readonly Target[]);
  if (own === undefined) return null;
  const told = own.map(({ at, pays }) => {
    const goal = add === "amount" ? formatMoney(at, currency) : formatCount(at);
    return `${formatMoney(pays, currency)} for ${goal}`;
  });
  const what = { amount: "by", quantity: "in quantity by", count: "facts of" }[add];
  const days = prorate === null ? "" : " Where the tier changes within it, targets and pays are weighted by days.";
  return `${told.join(", ")} ${what} ${source.kinds.join(", ")} in a ${over}, each once.${days}`;
}

function spiffInWords({ pays, first, source }: Spiff, tier: string, currency: string): string | null {
  // A number where it is no map.
  const own = pays instanceof Map ? pays.get(tier) : (pays as Rational);
  if (own === undefined) return null;
  const limited = first === null ? "" : ` Only the first ${first.count} a ${first.per}.`;
  return `${formatMoney(own, currency)} for each ${source.kinds.join(", ")}.${limited}`;
}

function narrowing({ source, audience, netOf }: Rebate | Bonus | Spiff): string[] {
  const { where, except, since, before } = source;
  return [
    ...where.map((condition) => `Only where ${condition.attribute} is ${condition.in.join(" or ")}.`),
    ...except.map((condition) => `Not where ${condition.attribute} is ${condition.in.join(" or ")}.`),
    ...(since === null ? [] : [`From ${formatForReading(knownCalendarDate(since))} on.`]),
    ...(before === null ? [] : [`Until ${formatForReading(addDays(knownCalendarDate(before), -1))}.`]),
    ...audienceInWords(audience),
    ...(netOf.length === 0 ? [] : ["What is refunded of a deal is taken off again."]),
  ];
}

const audienceInWords = ({ tracks, regions, countries, markets }: Audience): string[] =>
  Object.entries({ track: tracks, region: regions, country: countries, market: markets }).flatMap(([what, of]) =>
    of.length === 0 ? [] : [`For partners of ${what} ${of.join(" or ")}.`],
  );

const ceilingsInWords = (program: Program, section: RuleInWords["section"], rule: string): string[] =>
  program.ceilings
    .filter((ceiling) => holdsRule(ceiling, { section, rule }))
    .map((ceiling: Ceiling) => {
      const { most, each, over, title } = ceiling;
      const limit = most.unit === "money" ? formatMoney(most.value, program.currency) : `${most.value.num} times`;
      return `${title}: at most ${limit} a ${over} for ${each === "partner" ? "each partner" : "all partners together"}.`;
    });

/** How a reward becomes money for partners of a tier, in sentences. */
export function termsInWords({ ledger, currency, tiers }: Program, tier: string): string[] {
  const { refundWindowDays, expiresAfterMonths, renewal, minimumPayout, approvalFrom }: LedgerTerms = ledger;
  const own = renewal?.tiers.includes(tier) ? renewal : null;
  const names = renewal?.tiers.map((name) => tiers.find((one) => one.name === name)?.title ?? name) ?? [];
  return [
    refundWindowDays === 0
      ? "A reward is earned at once."
      : `A reward is pending for ${refundWindowDays} days after the deal's own, while the deal can be refunded.`,
    minimumPayout === null
      ? "What is earned can be redeemed."
      : `What is earned can be redeemed from ${formatMoney(minimumPayout, currency)} on.`,
    ...(approvalFrom === null
      ? []
      : [`From ${formatMoney(approvalFrom, currency)} in a calendar month on, a second person approves it.`]),
    expiresAfterMonths === null
      ? "It does not expire."
      : `It expires at the end of the month ${expiresAfterMonths} months after it was earned; what expires first is redeemed first.`,
    ...(own !== null ? [`What would expire is kept for ${own.months} months more, ${own.times} times at most.`] : []),
    ...(renewal !== null && own === null ? [`${names.join(" and ")} keep for longer what would expire.`] : []),
    "What is taken back after it was paid out is owed, and the next rewards repay it.",
  ];
}
