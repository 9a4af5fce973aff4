import type { Program } from "../document/program/index.js";
import type { Gate } from "../document/rewards/index.js";
import { addMonths, type CalendarDate } from "../exact/index.js";
import { dayInWords } from "../words/index.js";
import { gateMessages } from "./rule.messages.js";

/** A tier held from a day until the next one begins. */
export interface TierHeldFrom {
  readonly from: CalendarDate;
  readonly tier: string;
}

/**
 * Whether a partner's tiers, earliest first, meet a gate on a day. Later days do not matter. An unknown tier is below
 * all others, and moves to or from it are no demotions.
 */
export function isGateOpen(
  gate: Gate,
  { program, tiers, day }: { program: Program; tiers: readonly TierHeldFrom[]; day: CalendarDate },
): boolean {
  const known = tiers
    .filter(({ from }) => from <= day)
    .map(({ from, tier }) => ({ from, rank: rankOf(program, tier) }));
  const { notDemotedMonths } = gate;
  const wasDemoted = notDemotedMonths !== null && hasDemotion(known, addMonths(day, -notDemotedMonths));
  return !wasDemoted && isHeld(gate, { program, known, day });
}

/** Index of the tier; -1 where the program does not have it. */
const rankOf = ({ tiers }: Program, tier: string): number => tiers.findIndex(({ name }) => name === tier);

interface RankFrom {
  readonly from: CalendarDate;
  readonly rank: number;
}

function isHeld(
  { tier, heldMonths, heldSince }: Gate,
  { program, known, day }: { program: Program; known: readonly RankFrom[]; day: CalendarDate },
): boolean {
  if (tier === null) return true;
  const asked = rankOf(program, tier);
  const below = known.findLastIndex(({ rank }) => rank < asked);
  // The first day of the present run without a break.
  const from = known[below + 1]?.from;
  if (from === undefined) return false;
  return (
    (heldMonths === null || addMonths(from, heldMonths) <= day) &&
    (heldSince === null || (heldSince <= day && from <= heldSince))
  );
}

/** Whether there was a demotion after a day. */
const hasDemotion = (known: readonly RankFrom[], after: CalendarDate): boolean =>
  known.some(({ from, rank }, index) => from > after && rank >= 0 && rank < (known[index - 1]?.rank ?? rank));

/** Whether partners of a tier can pass the gate. */
export const mayPass = (program: Program, gate: Gate | null, tier: string): boolean =>
  gate === null || gate.tier === null || rankOf(program, tier) >= rankOf(program, gate.tier);

/** The conditions of a gate, in sentences. */
export function gateInWords({ tiers, language }: Program, gate: Gate): string[] {
  const { tier, heldMonths, heldSince, notDemotedMonths } = gate;
  const isTop = tiers.at(-1)?.name === tier;
  const title = tiers.find(({ name }) => name === tier)?.title ?? tier ?? "";
  const held = isTop ? title : gateMessages.orHigher(language, { tier: title });
  const lengths = [
    ...(heldMonths === null ? [] : [gateMessages.forMonths(language, { months: heldMonths })]),
    ...(heldSince === null ? [] : [gateMessages.since(language, { day: dayInWords(heldSince, language) })]),
  ].join(gateMessages.and(language));
  const unbroken = lengths === "" ? "" : gateMessages.unbroken(language, { lengths });
  return [
    ...(tier === null ? [] : [gateMessages.holding(language, { tier: held, unbroken })]),
    ...(notDemotedMonths === null ? [] : [gateMessages.notDemoted(language, { months: notDemotedMonths })]),
  ];
}
