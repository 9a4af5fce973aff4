import { isAsked, type PlacedPartner, subjectOf } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { isForEveryone } from "../document/requirements/index.js";
import type { Bonus, Rebate, Spiff } from "../document/rewards/index.js";
import { addMonths, type CalendarDate, compareText } from "../exact/index.js";
import { type Fact, matchesSource } from "../measure/index.js";
import { firstDealsOf } from "./first-deal.js";
import { isGateOpen, type TierHeldFrom } from "./gate.js";
import { grouped } from "./running.js";

export type { TierHeldFrom } from "./gate.js";

/** A fact with the version that applies: the one in force when its present state was recorded. */
export interface EarningFact {
  readonly fact: Fact;
  readonly program: Program;
  /** The id of the deal in its source: refunds name it in their attribute `deal`. */
  readonly deal: string | null;
  /** One key for all spellings of the customer; null for none. */
  readonly customerKey: string | null;
}

/**
 * A partner with the facts to settle. Rules that add up over a period need all facts of that period; each deal needs
 * its refunds; rules that pay from a customer's first deal need all facts.
 */
export interface Earner {
  readonly partner: PlacedPartner;
  readonly facts: readonly EarningFact[];
  /** Facts that are already settled and stay so; they may include a customer's first deal. */
  readonly settled?: readonly EarningFact[];
  /** Earliest first. */
  readonly tiers: readonly TierHeldFrom[];
}

export type Rule = Rebate | Bonus | Spiff;

/** A fact that a rule pays for, net of refunds. */
export interface QualifyingFact<Paying extends Rule> {
  readonly fact: Fact;
  readonly program: Program;
  readonly rule: Paying;
  /** Null before the first placement. */
  readonly tier: string | null;
  /** In minor units; positive, or zero where the fact has no amount. */
  readonly baseMinor: bigint;
  /** Units sold, net of returns; zero for none. */
  readonly units: bigint;
  /** The day of the customer's first deal, where the rule depends on it. */
  readonly firstDeal: CalendarDate | null;
}

/** Sorted by day, then by id. */
export const inOrder = (facts: readonly EarningFact[]): EarningFact[] =>
  [...facts].sort((a, b) => compareText(a.fact.on, b.fact.on) || compareText(a.fact.id, b.fact.id));

/** The facts that each rule of a section pays for, in order, by the rule's name: versions share a rule by its name. */
export function qualifyingFacts<Section extends "rebates" | "bonuses" | "spiffs">(
  { partner, facts, settled = [], tiers }: Earner,
  section: Section,
): Map<string, QualifyingFact<Program[Section][number]>[]> {
  // A refund reduces its deal even where its own version does not know the tier held on its day.
  const known = [...facts, ...settled];
  const leftOf = leftAfterRefunds(known);
  const firstDealOf = firstDealsOf(known, leftOf);
  const qualifying = new Map<string, QualifyingFact<Program[Section][number]>[]>();
  for (const earning of facts) {
    const { fact, program } = earning;
    const rules: readonly Program[Section][number][] = program[section];
    for (const rule of rules) {
      if (!isPaidFor(rule, fact, program, partner)) continue;
      if (rule.gate !== null && !isGateOpen(rule.gate, { program, tiers, day: fact.on })) continue;
      const left = leftOf(earning, rule);
      if (left === null) continue;
      const { monthsFromFirstDeal: months } = rule;
      const firstDeal = months === null ? null : firstDealOf(earning, rule);
      // Without a customer the first deal is unknown.
      if (months !== null && (firstDeal === null || fact.on >= addMonths(firstDeal, months))) continue;
      const paid = qualifying.get(rule.name) ?? [];
      paid.push({ fact, program, rule, tier: tierOn(tiers, fact.on), ...left, firstDeal });
      qualifying.set(rule.name, paid);
    }
  }
  return qualifying;
}

/** What remains of a fact after the refunds that the rule nets; null for nothing. */
export type LeftOf = (
  earning: EarningFact,
  rule: Rule,
) => { readonly baseMinor: bigint; readonly units: bigint } | null;

function leftAfterRefunds(facts: readonly EarningFact[]): LeftOf {
  const refunds = refundsByDeal(facts);
  return ({ fact, deal }, { netOf }) => {
    const refunded = deal === null ? [] : (refunds.get(deal) ?? []).filter(({ kind }) => netOf.includes(kind));
    const baseMinor = (fact.amountMinor ?? 0n) - sumOf(refunded, ({ amountMinor }) => amountMinor);
    // Fully refunded facts do not count, and negative ones pay nothing.
    if (baseMinor < 0n || (baseMinor === 0n && fact.amountMinor !== null)) return null;
    const units = (fact.quantity ?? 0n) - sumOf(refunded, ({ quantity }) => quantity);
    return { baseMinor, units: units > 0n ? units : 0n };
  };
}

/** The tier held on a day; null before the first placement. */
export const tierOn = (tiers: readonly TierHeldFrom[], day: CalendarDate): string | null =>
  tiers.findLast(({ from }) => from <= day)?.tier ?? null;

function isPaidFor(rule: Rule, fact: Fact, program: Program, partner: PlacedPartner): boolean {
  const { source, audience } = rule;
  if (source.since !== null && fact.on < source.since) return false;
  if (source.before !== null && fact.on >= source.before) return false;
  return matchesSource(source, fact) && (isForEveryone(rule) || isAsked(audience, subjectOf(program, partner)));
}

function refundsByDeal(facts: readonly EarningFact[]): Map<string, Fact[]> {
  const naming = facts.flatMap(({ fact }) => (fact.attributes.deal === undefined ? [] : fact));
  return grouped(naming, ({ attributes }) => attributes.deal ?? "");
}

const sumOf = (facts: readonly Fact[], of: (fact: Fact) => bigint | null): bigint =>
  facts.reduce((sum, fact) => sum + (of(fact) ?? 0n), 0n);
