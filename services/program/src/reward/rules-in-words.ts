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
import { addDays, compare, knownCalendarDate, ONE, type Rational } from "../exact/index.js";
import { capitalized, countIn, dayInWords, inWords, moneyIn, orIn, percentIn } from "../words/index.js";
import { holdsRule } from "./ceiling.js";
import { gateInWords, mayPass } from "./gate.js";
import { ruleMessages, termMessages } from "./rule.messages.js";

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
  const { language } = program;
  const kinds = kindsIn(program, source);
  const money = (amount: Rational) => moneyIn(language, amount, program.currency);
  const rate = rateByTier.get(tier);
  const own = bands?.byTier.get(tier);
  if (rate === undefined && own === undefined) return null;
  const pays =
    own === undefined || bands === null
      ? ruleMessages.rebate(language, {
          rate: percentIn(language, rate ?? { num: 0n, den: 1n }),
          kind: kinds.one,
        })
      : ruleMessages[bands.method === "marginal" ? "bandsMarginal" : "bandsWhole"](language, {
          bands: own.map((band) => bandInWords(band, bands.by, program)).join(", "),
          kinds: kinds.many,
          within: ruleMessages.within(language, { period: keyOf(bands.over) }),
        });
  const faster = accelerators.map(({ above, over, times }) =>
    ruleMessages.faster(language, {
      amount: money(above),
      each: each(over, language),
      times: percentIn(language, times),
    }),
  );
  const capped = caps.map(({ most, per, by }: RewardCap) => {
    const values = { amount: money(most), each: each(per, language) };
    return by === null ? ruleMessages.capped(language, values) : ruleMessages.cappedBy(language, { ...values, by });
  });
  return [pays, ...faster, ...capped, ...onlyFirst(first, language)].join(" ");
}

function bandInWords(
  { rate, from }: { readonly rate: Rational; readonly from: Rational },
  by: "amount" | "quantity",
  { language, currency }: Program,
): string {
  const start =
    by === "quantity"
      ? ruleMessages.units(language, { number: countIn(language, from) })
      : moneyIn(language, from, currency);
  return ruleMessages.band(language, { rate: percentIn(language, rate), from: start });
}

function bonusInWords({ targets, add, over, prorate, source }: Bonus, tier: string, program: Program): string | null {
  // A list where it is no map.
  const own: readonly Target[] | undefined =
    targets instanceof Map ? targets.get(tier) : (targets as readonly Target[]);
  if (own === undefined) return null;
  const { currency, language } = program;
  const goals = own.map(({ at, pays }) =>
    ruleMessages.goal(language, {
      pays: moneyIn(language, pays, currency),
      goal: add === "amount" ? moneyIn(language, at, currency) : countIn(language, at),
    }),
  );
  const last = own[own.length - 1];
  const isOne = add === "count" && last !== undefined && compare(last.at, ONE) === 0;
  const kinds = kindsIn(program, source);
  const pays = ruleMessages.bonus(language, {
    goals: goals.join(", "),
    of: add === "quantity" && source.kinds.join() === "seats" ? "seats" : add,
    kinds: isOne ? kinds.one : kinds.many,
    within: ruleMessages.within(language, { period: keyOf(over) }),
  });
  return prorate === null ? pays : `${pays} ${ruleMessages.prorated(language)}`;
}

function spiffInWords({ pays, first, source }: Spiff, tier: string, program: Program): string | null {
  // A number where it is no map.
  const own = pays instanceof Map ? pays.get(tier) : (pays as Rational);
  if (own === undefined) return null;
  const { language } = program;
  const amount = moneyIn(language, own, program.currency);
  const paid = ruleMessages.spiff(language, { amount, kind: kindsIn(program, source).one });
  return [paid, ...onlyFirst(first, language)].join(" ");
}

/** The kinds that a rule pays, singular and plural, in partners' words. */
function kindsIn(program: Program, { kinds }: FactSource): { one: string; many: string } {
  const { language } = program;
  const titles = kinds.map((kind) => titlesOfKind(program, kind));
  return {
    one: orIn(
      titles.map(({ one }) => one),
      language,
    ),
    many: inWords(
      titles.map(({ many }) => many),
      language,
    ),
  };
}

const each = (period: string, language: string): string => ruleMessages.each(language, { period: keyOf(period) });

/** As messages choose by it: `fiscalQuarter`. */
const keyOf = (period: string): string => period.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());

const onlyFirst = (first: Rebate["first"], language: string): string[] =>
  first === null ? [] : [ruleMessages.onlyFirst(language, { count: first.count, each: each(first.per, language) })];

function narrowing({ source, audience, netOf, monthsFromFirstDeal, gate }: RuleCommon, program: Program): string[] {
  const { where, except, since, before } = source;
  const { language } = program;
  const condition = ({ attribute, in: values }: FactSource["where"][number]) => ({
    attribute,
    values: orIn(values, language),
  });
  return [
    ...where.map((one) => ruleMessages.onlyWhere(language, condition(one))),
    ...except.map((one) => ruleMessages.notWhere(language, condition(one))),
    ...(since === null ? [] : [ruleMessages.since(language, { day: dayInWords(knownCalendarDate(since), language) })]),
    ...(before === null
      ? []
      : [ruleMessages.until(language, { day: dayInWords(addDays(knownCalendarDate(before), -1), language) })]),
    ...audienceInWords(audience, program),
    ...(monthsFromFirstDeal === null ? [] : [ruleMessages.fromFirstDeal(language, { months: monthsFromFirstDeal })]),
    ...(gate === null ? [] : gateInWords(program, gate)),
    ...(netOf.length === 0 ? [] : [reducedBy(netOf, program)]),
  ];
}

function reducedBy(netOf: RuleCommon["netOf"], program: Program): string {
  const titles = netOf.map((kind) => titlesOfKind(program, kind).many);
  return ruleMessages.reducedBy(program.language, { kinds: capitalized(inWords(titles, program.language)) });
}

const audienceInWords = ({ tracks, regions, countries, markets }: Audience, program: Program): string[] =>
  Object.entries({
    ofTracks: titlesOf(program.tracks, tracks),
    ofRegions: regions,
    ofCountries: countries,
    ofMarkets: titlesOf(program.markets, markets),
  } as const).flatMap(([name, of]) =>
    of.length === 0
      ? []
      : [
          // A name of the object above.
          ruleMessages[name as "ofTracks"](program.language, { names: orIn(of, program.language) }),
        ],
  );

const titlesOf = (known: readonly { name: string; title: string }[], names: readonly string[]): string[] =>
  names.map((name) => known.find((one) => one.name === name)?.title ?? name);

const ceilingsInWords = (program: Program, section: RuleInWords["section"], rule: string): string[] =>
  program.ceilings
    .filter((ceiling) => holdsRule(ceiling, { section, rule }))
    .map(({ most, over, title, each: whose }: Ceiling) => {
      const { language } = program;
      const limit =
        most.unit === "money"
          ? moneyIn(language, most.value, program.currency)
          : ruleMessages.times(language, { number: String(most.value.num) });
      const name = whose === "partner" ? "ceilingOfPartner" : "ceilingOfAll";
      return ruleMessages[name](language, { title, limit, each: each(over, language) });
    });

/** The ledger terms for partners of a tier, in sentences. */
export function termsInWords({ ledger, currency, tiers, language }: Program, tier: string): string[] {
  const { refundWindowDays, expiresAfterMonths, renewal, minimumPayout, approvalFrom }: LedgerTerms = ledger;
  const own = renewal?.tiers.includes(tier) ? renewal : null;
  const names = renewal?.tiers.map((name) => tiers.find((one) => one.name === name)?.title ?? name) ?? [];
  return [
    refundWindowDays === 0
      ? termMessages.earnedAtOnce(language)
      : termMessages.pending(language, { days: refundWindowDays }),
    minimumPayout === null
      ? termMessages.redeemable(language)
      : termMessages.redeemableFrom(language, { amount: moneyIn(language, minimumPayout, currency) }),
    ...(approvalFrom === null
      ? []
      : [termMessages.approvalFrom(language, { amount: moneyIn(language, approvalFrom, currency) })]),
    expiresAfterMonths === null
      ? termMessages.neverExpires(language)
      : termMessages.expires(language, { months: expiresAfterMonths }),
    ...(own === null ? [] : [termMessages.renewed(language, { months: own.months, times: own.times })]),
    ...(renewal !== null && own === null
      ? [termMessages.renewedIn(language, { tiers: inWords(names, language) })]
      : []),
    termMessages.debt(language),
  ];
}
