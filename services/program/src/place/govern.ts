import { NO_SAFEGUARDS } from "../document/governance/index.js";
import type { Program } from "../document/program/index.js";
import { addDays, type CalendarDate } from "../exact/index.js";
import {
  addLength,
  effectiveOn,
  endOfFreeze,
  endOfPeriod,
  limitsOn,
  nextDayOfYear,
  reviewOnOrAfter,
  startOfPeriod,
} from "./cadence.js";
import type { GovernanceState } from "./governance-state.js";
import { cadenceOf, type Direction, isDue, nextReviewOf, type Review, type Reviewed, reviewsAfter } from "./reviews.js";

/** The tiers that a partner reaches on a day, lowest first, and those that it would keep. */
export interface Merits {
  readonly reached: readonly boolean[];
  readonly kept: readonly boolean[];
}

/** A rule that stopped or shortened a move. */
export interface Safeguard {
  readonly rule: SafeguardRule;
  /** The first day on which it no longer applies, all else equal; null where that is not known. */
  readonly until: CalendarDate | null;
}
export const SAFEGUARD_RULES = [
  "NOT_DUE",
  "FREEZE",
  "HOLD",
  "GRACE",
  "MINIMUM_TENURE",
  "RATCHET",
  "TIER_LOCK",
  "WAIT_AFTER_DEMOTION",
  "DEMOTED_THIS_PERIOD",
  "STEPS",
] as const;
export type SafeguardRule = (typeof SAFEGUARD_RULES)[number];

export interface Governed extends Reviewed {
  /** Index of the tier in the program. */
  readonly index: number;
  readonly effectiveOn: CalendarDate;
  readonly safeguards: readonly Safeguard[];
  readonly missedSince: CalendarDate | null;
  readonly demotedOn: CalendarDate | null;
  readonly steps: GovernanceState["steps"];
}

/**
 * Moves a partner that holds a tier: up to what it has reached, down from what it has not kept, or not at all, within
 * the program's safeguards. A pure function: the order of calls does not matter.
 */
export function govern(
  merits: Merits,
  state: {
    readonly program: Program;
    readonly asOf: CalendarDate;
    readonly joinedOn: CalendarDate | null;
    readonly before: GovernanceState;
    readonly held: number;
    readonly heldUntil: CalendarDate | null;
  },
): Governed {
  const governance = state.program.governance ?? NO_SAFEGUARDS;
  const review: Review = { ...state, governance, calendar: state.program.calendar };
  const { before, held, asOf } = review;
  const earned = merits.reached.lastIndexOf(true);
  const isMissed = earned < held && merits.kept[held] !== true;
  const missedSince = isMissed ? (before.missedSince ?? asOf) : null;

  const move =
    earned > held ? promotion(review, merits, earned) : isMissed ? demotion(review, merits, missedSince ?? asOf) : STAY;
  const index = held + move.steps;
  return {
    index,
    safeguards: move.safeguards,
    effectiveOn: move.steps === 0 ? before.since : effectiveOn(governance.takesEffect, asOf),
    // A tier that was just entered starts its own grace.
    missedSince: move.steps === 0 ? missedSince : null,
    demotedOn: move.steps < 0 ? asOf : before.demotedOn,
    ...reviewsAfter(review, move.isLocked ? (earned > held ? "up" : "down") : null),
    steps: stepsAfter(review, move.steps),
  };
}

interface Move {
  /** Tiers up; negative for down. */
  readonly steps: number;
  readonly safeguards: readonly Safeguard[];
  /** Whether a tier lock shortened the move. */
  readonly isLocked: boolean;
}
const STAY: Move = { steps: 0, safeguards: [], isLocked: false };

/** Moves up to the highest tier that is reached and due for review. */
function promotion(review: Review, { reached }: Merits, earned: number): Move {
  const { governance, before, asOf, held } = review;
  const { demotedOn } = before;
  const { waitAfterDemotion, period } = governance;
  const above = reached.flatMap((isReached, index) => (isReached && index > held ? [index] : []));
  const target = above.filter((index) => isDue(review, "up", index)).at(-1) ?? null;
  const notDue = above.filter((index) => index > (target ?? held)).map((index) => nextReviewOf(review, "up", index));
  const waiting: Safeguard[] = notDue
    .sort()
    .slice(0, 1)
    .map((until) => ({ rule: "NOT_DUE", until }));
  const blocks = [
    ...(target === null ? waiting : []),
    ...blocksBothWays(review),
    ...(demotedOn !== null && waitAfterDemotion !== null
      ? [{ rule: "WAIT_AFTER_DEMOTION" as const, until: addLength(demotedOn, waitAfterDemotion) }]
      : []),
    ...(demotedOn !== null && review.program.governance !== null
      ? [{ rule: "DEMOTED_THIS_PERIOD" as const, until: endOfPeriod(period, demotedOn) }]
      : []),
  ];
  const active = blocks.filter(({ until }) => until === null || asOf < until);
  return limitedMove(review, { blocks: active, waiting, target: target ?? earned });
}

function demotion(review: Review, { kept }: Merits, missedSince: CalendarDate): Move {
  const { governance, before, asOf, held } = review;
  const { grace, minimumTenure, ratchetUntil } = governance;
  const blocks = [
    ...(isDue(review, "down", held) ? [] : [{ rule: "NOT_DUE" as const, until: nextReviewOf(review, "down", held) }]),
    ...blocksBothWays(review),
    ...(grace === null ? [] : [{ rule: "GRACE" as const, until: addLength(missedSince, grace) }]),
    ...(minimumTenure === null
      ? []
      : [{ rule: "MINIMUM_TENURE" as const, until: addLength(before.since, minimumTenure) }]),
    ...(ratchetUntil === null ? [] : [{ rule: "RATCHET" as const, until: nextDayOfYear(ratchetUntil, before.since) }]),
  ];
  // Falls to the highest lower tier whose keeping bar is met; the lowest tier has none.
  const target = kept.lastIndexOf(true, held - 1);
  return limitedMove(review, { blocks: blocks.filter(({ until }) => asOf < until), waiting: [], target });
}

function blocksBothWays(review: Review): { readonly rule: SafeguardRule; readonly until: CalendarDate }[] {
  const { governance, asOf, heldUntil } = review;
  const thaw = endOfFreeze(governance.freezes, asOf);
  return [
    ...(thaw === null ? [] : [{ rule: "FREEZE" as const, until: thaw }]),
    ...(heldUntil === null ? [] : [{ rule: "HOLD" as const, until: heldUntil }]),
  ];
}

interface IntendedMove {
  readonly blocks: readonly Safeguard[];
  /** What held it back from a tier above the target. */
  readonly waiting: readonly Safeguard[];
  readonly target: number;
}

/** The move within tier locks and the steps of one review, unless something blocks it. */
function limitedMove(review: Review, { blocks, waiting, target }: IntendedMove): Move {
  if (blocks.length > 0) return { ...STAY, safeguards: blocks };
  const { held } = review;
  const direction = target > held ? "up" : "down";
  const lock = lockOf(review, target);
  const wanted = (lock?.index ?? target) - held;
  const applied = [...waiting, ...(lock === null ? [] : [{ rule: "TIER_LOCK" as const, until: lock.until }])];
  const isLocked = lock !== null;
  const left = stepsLeft(review, direction, direction === "up" ? held + wanted : held);
  if (left === null || Math.abs(wanted) <= left.count) return { steps: wanted, safeguards: applied, isLocked };
  const steps = Math.sign(wanted) * left.count;
  // The steps of this review are used up, so no lock keeps it open.
  return { steps, safeguards: [...applied, { rule: "STEPS", until: left.until }], isLocked: false };
}

/** The tier at which a lock stops the move; null where none does. */
function lockOf(
  { program, governance, asOf, held }: Review,
  target: number,
): { readonly index: number; readonly until: CalendarDate } | null {
  const bound = target > held ? "not-above" : "not-below";
  const ends = limitsOn(governance.freezes, asOf).flatMap(({ limit, until }) => {
    const at = program.tiers.findIndex(({ name }) => name === limit.tier);
    if (limit.bound !== bound || at === -1) return [];
    // A partner above the lock stays; one below it may fall further.
    if (bound === "not-above") return at < target ? [{ index: Math.max(at, held), until }] : [];
    return at > target && at <= held ? [{ index: at, until }] : [];
  });
  const nearest = ends.map(({ index }) => Math.abs(index - held)).sort((a, b) => a - b)[0];
  const binding = ends.filter(({ index }) => Math.abs(index - held) === nearest);
  // The last to end of several locks at one tier.
  return binding.sort((a, b) => (a.until < b.until ? 1 : -1))[0] ?? null;
}

function stepsLeft(
  review: Review,
  direction: Direction,
  index: number,
): { readonly count: number; readonly until: CalendarDate } | null {
  const { governance, asOf } = review;
  const most = governance.stepsPerReview[direction];
  if (most === null) return null;
  const cadence = cadenceOf(review, direction, index);
  if (cadence.kind !== "on-change") return { count: most, until: reviewOnOrAfter(cadence, nextDay(asOf), review) };
  const used = stepsInPeriod(review)?.[direction] ?? 0;
  return { count: Math.max(0, most - used), until: endOfPeriod(governance.period, asOf) };
}

function stepsInPeriod({ governance, asOf, before }: Review): GovernanceState["steps"] {
  return before.steps?.from === startOfPeriod(governance.period, asOf) ? before.steps : null;
}

function stepsAfter(review: Review, steps: number): GovernanceState["steps"] {
  const { stepsPerReview, period } = review.governance;
  if (stepsPerReview.up === null && stepsPerReview.down === null) return null;
  const used = stepsInPeriod(review);
  if (steps === 0) return used;
  const { up, down } = used ?? { up: 0, down: 0 };
  const from = startOfPeriod(period, review.asOf);
  return steps > 0 ? { down, from, up: up + steps } : { down: down - steps, from, up };
}

/**
 * The first day on which the partner can lose its tier if it misses the keeping bar from tomorrow on, or goes on
 * missing it. Null in the lowest tier.
 */
export function safeUntil(
  program: Program,
  asOf: CalendarDate,
  { state, held, joinedOn }: { state: GovernanceState; held: number; joinedOn: CalendarDate | null },
): CalendarDate | null {
  if (held === 0) return null;
  const governance = program.governance ?? NO_SAFEGUARDS;
  const { grace, minimumTenure, ratchetUntil, freezes } = governance;
  const tomorrow = nextDay(asOf);
  const bars = [
    tomorrow,
    ...(grace === null ? [] : [addLength(state.missedSince ?? tomorrow, grace)]),
    ...(minimumTenure === null ? [] : [addLength(state.since, minimumTenure)]),
    ...(ratchetUntil === null ? [] : [nextDayOfYear(ratchetUntil, state.since)]),
  ];
  const latest = [...bars].sort().at(-1) ?? tomorrow;
  // A review during a freeze takes place on the first day after it.
  const by = { calendar: program.calendar, joinedOn };
  const review = reviewOnOrAfter(cadenceOf({ program, governance }, "down", held), latest, by);
  const free = endOfFreeze(freezes, review) ?? review;
  const locks = limitsOn(freezes, free).filter(
    ({ limit }) => limit.bound === "not-below" && limit.tier === program.tiers[held]?.name,
  );
  return [free, ...locks.map(({ until }) => until)].sort().at(-1) ?? free;
}

const nextDay = (day: CalendarDate): CalendarDate => addDays(day, 1);
