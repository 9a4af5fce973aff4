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

/** A fact with the version that settles what it earns: the one in force when it was recorded in its present state. */
export interface EarningFact {
  readonly fact: Fact;
  readonly program: Program;
  /** The deal's id where it came from: what a refund names by its attribute `deal`. */
  readonly deal: string | null;
  /** One text for all spellings of the fact's customer; null where it names none. */
  readonly customerKey: string | null;
}

/**
 * A partner with the facts that are to be settled. Where a rule adds up over a period, all facts of the period that it
 * counts have to be here, and with each deal its refunds; where one pays from a customer's first deal, all facts there are.
 */
export interface Earner {
  readonly partner: PlacedPartner;
  readonly facts: readonly EarningFact[];
  /** Facts that are settled already and stay so: a customer's first deal may be among them. */
  readonly settled?: readonly EarningFact[];
  /** Earliest first. */
  readonly tiers: readonly TierHeldFrom[];
}

export type Rule = Rebate | Bonus | Spiff;

/** A fact that a rule pays for, less what was refunded of it. */
export interface QualifyingFact<Paying extends Rule> {
  readonly fact: Fact;
  readonly program: Program;
  readonly rule: Paying;
  /** Null before the first placement. */
  readonly tier: string | null;
  /** In minor units; above zero, or zero where the fact has no amount. */
  readonly baseMinor: bigint;
  /** Units sold, less those that were given back; zero where the fact says none. */
  readonly units: bigint;
  /** The day of its customer's first deal, where the rule pays from there on. */
  readonly firstDeal: CalendarDate | null;
}

/** By day, then by id: one order, in whatever order they came. */
export const inOrder = (facts: readonly EarningFact[]): EarningFact[] =>
  [...facts].sort((a, b) => compareText(a.fact.on, b.fact.on) || compareText(a.fact.id, b.fact.id));

/** The facts, in order, that each rule of a section pays for; by the rule's name, since versions share a rule by it. */
export function qualifyingFacts<Section extends "rebates" | "bonuses" | "spiffs">(
  { partner, facts, settled = [], tiers }: Earner,
  section: Section,
): Map<string, QualifyingFact<Program[Section][number]>[]> {
  // A refund takes from its deal, also where its own version does not know the tier that is held on its day.
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
      // Nobody knows since when a fact without a customer is paid.
      if (months !== null && (firstDeal === null || fact.on >= addMonths(firstDeal, months))) continue;
      const paid = qualifying.get(rule.name) ?? [];
      paid.push({ fact, program, rule, tier: tierOn(tiers, fact.on), ...left, firstDeal });
      qualifying.set(rule.name, paid);
    }
  }
  return qualifying;
}

/** What is left of a fact for a rule that may be net of refunds; null for nothing. */
export type LeftOf = (
  earning: EarningFact,
  rule: Rule,
) => { readonly baseMinor: bigint; readonly units: bigint } | null;

function leftAfterRefunds(facts: readonly EarningFact[]): LeftOf {
  const refunds = refundsByDeal(facts);
  return ({ fact, deal }, { netOf }) => {
    const refunded = deal === null ? [] : (refunds.get(deal) ?? []).filter(({ kind }) => netOf.includes(kind));
    const baseMinor = (fact.amountMinor ?? 0n) - sumOf(refunded, ({ amountMinor }) => amountMinor);
    // What was refunded whole has not happened, and what is below zero pays nothing.
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
