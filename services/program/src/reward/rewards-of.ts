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
 * All that a program owes a partner for its facts, each once: a function of the facts and the tiers alone, so that
 * neither their order nor how often they are told changes it. What is held by ceilings of the program as a whole is for
 * the ledger to hold, since it depends on who came first.
 */
export function rewardsOf(earner: Earner): Accrual[] {
  const ordered = { ...earner, facts: inOrder(earner.facts) };
  return underCeilings([...rebatesOf(ordered), ...bonusesOf(ordered), ...spiffsOf(ordered)]);
}

/** Kinds of facts that a program pays for, or takes off again: no other fact can move a reward. */
export function earningKinds({ rebates, bonuses, spiffs, funds }: Program): Set<FactKind> {
  const rules = [...rebates, ...bonuses, ...spiffs];
  return new Set([
    ...rules.flatMap(({ source, netOf }) => [...source.kinds, ...netOf]),
    ...funds.flatMap(({ allocation }) => (allocation.kind === "accrual" ? allocation.source.kinds : [])),
  ]);
}

/** Periods over which something is added up: what one fact earns depends on the others of each. None where all stand alone. */
export function earningPeriods({ rebates, bonuses, spiffs, ceilings }: Program): Set<CountingPeriod> {
  return new Set([
    // A customer's first deal may be of any day, and when another is first, facts of any day are paid or no more.
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
