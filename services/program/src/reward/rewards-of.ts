import type { FactKind } from "../document/facts/index.js";
import type { CountingPeriod } from "../document/periods/index.js";
import type { Program } from "../document/program/index.js";
import type { Accrual } from "./accrual.js";
import { bonusesOf } from "./bonus.js";
import { underCeilings } from "./ceiling.js";
import { type Earner, inOrder } from "./earner.js";
import { rebatesOf } from "./rebate.js";
import { spiffsOf } from "./spiff.js";

/**
 * Everything that a program owes a partner for its facts. Depends on the facts and tiers alone, not on their order or
 * repetition. The ledger applies ceilings of the whole program, since those depend on the order of arrival.
 */
export function rewardsOf(earner: Earner): Accrual[] {
  const ordered = { ...earner, facts: inOrder(earner.facts) };
  return underCeilings([...rebatesOf(ordered), ...bonusesOf(ordered), ...spiffsOf(ordered)]);
}

/** Kinds of facts that a program pays for or nets: no others affect rewards. */
export function earningKinds({ rebates, bonuses, spiffs, funds }: Program): Set<FactKind> {
  const rules = [...rebates, ...bonuses, ...spiffs];
  return new Set([
    ...rules.flatMap(({ source, netOf }) => [...source.kinds, ...netOf]),
    ...funds.flatMap(({ allocation }) => (allocation.kind === "accrual" ? allocation.source.kinds : [])),
  ]);
}

/**
 * Periods over which rules add up, so that facts of one period depend on each other. Empty where all facts stand alone.
 */
export function earningPeriods({ rebates, bonuses, spiffs, ceilings }: Program): Set<CountingPeriod> {
  return new Set([
    // A customer's first deal may be on any day, and a change of it affects facts on any day.
    ...[...rebates, ...bonuses, ...spiffs].flatMap(({ monthsFromFirstDeal }): CountingPeriod[] =>
      monthsFromFirstDeal === null ? [] : ["lifetime"],
    ),
    ...rebates.flatMap(({ bands, accelerators, caps, first }) => [
      ...(bands === null ? [] : [bands.over]),
      ...accelerators.map(({ over }) => over),
      ...caps.flatMap(({ per }) => (per === "fact" ? [] : [per])),
      ...(first === null ? [] : [first.per]),
    ]),
    ...bonuses.map(({ over }) => over),
    ...spiffs.flatMap(({ first }) => (first === null ? [] : [first.per])),
    ...ceilings.flatMap(({ each, of, over }) => (each === "partner" && of !== "payouts" ? [over] : [])),
  ]);
}
