import { type Cadence, type Governance, NO_SAFEGUARDS } from "../document/governance.js";
import type { Program } from "../document/program.js";
import { addDays, type CalendarDate } from "../exact/calendar-date.js";
import {
  addLength,
  effectiveOn,
  endOfFreeze,
  endOfPeriod,
  nextDayOfYear,
  type ReviewCalendar,
  reviewOnOrAfter,
  reviewOnOrBefore,
  startOfPeriod,
} from "./cadence.js";
import type { Standing } from "./standing.js";

/** Which tiers a partner meets on a day, lowest first, and which it keeps where it holds them. */
export interface Merits {
  readonly reached: readonly boolean[];
  readonly kept: readonly boolean[];
}

/** A rule that held a partner where it is, or moved it less far than its merits. */
export interface Safeguard {
  readonly rule: SafeguardRule;
  /** The first day on which it no longer does so, all else equal; null where no day is known. */
  readonly until: CalendarDate | null;
}
export const SAFEGUARD_RULES = [
  "NOT_DUE",
  "FREEZE",
  "HOLD",
  "GRACE",
  "MINIMUM_TENURE",
  "RATCHET",
  "WAIT_AFTER_DEMOTION",
  "DEMOTED_THIS_PERIOD",
  "STEPS",
] as const;
export type SafeguardRule = (typeof SAFEGUARD_RULES)[number];

export interface Governed {
  /** Position of the tier among the program's. */
  readonly index: number;
  readonly effectiveOn: CalendarDate;
  readonly safeguards: readonly Safeguard[];
  readonly missedSince: CalendarDate | null;
  readonly demotedOn: CalendarDate | null;
  readonly reviewedUpOn: CalendarDate | null;
  readonly reviewedDownOn: CalendarDate | null;
  readonly steps: Standing["steps"];
}

interface Review extends ReviewCalendar {
  readonly program: Program;
  readonly governance: Governance;
  readonly asOf: CalendarDate;
  readonly before: Standing;
  /** Position of the tier that is held. */
  readonly held: number;
  /** The first day after a hold by a person; null where there is none. */
  readonly heldUntil: CalendarDate | null;
}

/**
 * Where a partner goes that holds a tier: up to what it has reached, down from what it has not kept, or nowhere, as far
 * as the program's safeguards let it. A function of its arguments: whoever asks, and in whatever order, gets this.
 */
export function govern(
  merits: Merits,
  standing: {
    readonly program: Program;
    readonly asOf: CalendarDate;
    readonly joinedOn: CalendarDate | null;
    readonly before: Standing;
    readonly held: number;
    readonly heldUntil: CalendarDate | null;
  },
): Governed {
  const governance = standing.program.governance ?? NO_SAFEGUARDS;
  const review: Review = { ...standing, governance, calendar: standing.program.calendar };
  const { before, held, asOf } = review;
  const earned = merits.reached.lastIndexOf(true);
  const isMissed = earned < held && merits.kept[held] !== true;
  const missedSince = isMissed ? (before.missedSince ?? asOf) : null;

  const move =
    earned > held ? promotion(review, earned) : isMissed ? demotion(review, merits, missedSince ?? asOf) : STAY;
  const index = held + move.steps;
  return {
    index,
    safeguards: move.safeguards,
    effectiveOn: move.steps === 0 ? before.since : effectiveOn(governance.takesEffect, asOf),
    // A tier that was just reached, or fallen to, has its own grace.
    missedSince: move.steps === 0 ? missedSince : null,
    demotedOn: move.steps < 0 ? asOf : before.demotedOn,
    reviewedUpOn: reviewedOn(review, "up"),
    reviewedDownOn: reviewedOn(review, "down"),
    steps: stepsAfter(review, move.steps),
  };
}

interface Move {
  /** Rungs up, or down where below zero. */
  readonly steps: number;
  readonly safeguards: readonly Safeguard[];
}
const STAY: Move = { steps: 0, safeguards: [] };

function promotion(review: Review, earned: number): Move {
  const { governance, before, asOf } = review;
  const { demotedOn } = before;
  const { waitAfterDemotion, period } = governance;
  const blocks = [
    ...blocksBothWays(review, "up"),
    ...(demotedOn !== null && waitAfterDemotion !== null
      ? [{ rule: "WAIT_AFTER_DEMOTION" as const, until: addLength(demotedOn, waitAfterDemotion) }]
      : []),
    ...(demotedOn !== null && review.program.governance !== null
      ? [{ rule: "DEMOTED_THIS_PERIOD" as const, until: endOfPeriod(period, demotedOn) }]
      : []),
  ];
  return moved(review, { blocks: blocks.filter(({ until }) => asOf < until), wanted: earned - review.held });
}

function demotion(review: Review, { kept }: Merits, missedSince: CalendarDate): Move {
  const { governance, before, asOf, held } = review;
  const { grace, minimumTenure, ratchetUntil } = governance;
  const blocks = [
    ...blocksBothWays(review, "down"),
    ...(grace === null ? [] : [{ rule: "GRACE" as const, until: addLength(missedSince, grace) }]),
    ...(minimumTenure === null
      ? []
      : [{ rule: "MINIMUM_TENURE" as const, until: addLength(before.since, minimumTenure) }]),
    ...(ratchetUntil === null ? [] : [{ rule: "RATCHET" as const, until: nextDayOfYear(ratchetUntil, before.since) }]),
  ];
  // It falls to the highest tier below whose keeping bar it does not miss as well: the lowest is missed by nobody.
  const target = kept.lastIndexOf(true, held - 1);
  return moved(review, { blocks: blocks.filter(({ until }) => asOf < until), wanted: target - held });
}

function blocksBothWays(
  review: Review,
  direction: "up" | "down",
): { readonly rule: SafeguardRule; readonly until: CalendarDate }[] {
  const { governance, asOf, heldUntil } = review;
  const thaw = endOfFreeze(governance.freezes, asOf);
  return [
    ...(isDue(review, direction)
      ? []
      : [{ rule: "NOT_DUE" as const, until: reviewOnOrAfter(governance[direction], asOf, review) }]),
    ...(thaw === null ? [] : [{ rule: "FREEZE" as const, until: thaw }]),
    ...(heldUntil === null ? [] : [{ rule: "HOLD" as const, until: heldUntil }]),
  ];
}

/** As far as one review may move a partner, unless something blocks it. */
function moved(
  review: Review,
  { blocks, wanted }: { readonly blocks: readonly Safeguard[]; readonly wanted: number },
): Move {
  if (blocks.length > 0) return { steps: 0, safeguards: blocks };
  const direction = wanted > 0 ? "up" : "down";
  const left = stepsLeft(review, direction);
  if (left === null || Math.abs(wanted) <= left.count) return { steps: wanted, safeguards: [] };
  return { steps: Math.sign(wanted) * left.count, safeguards: [{ rule: "STEPS", until: left.until }] };
}

function stepsLeft(
  review: Review,
  direction: "up" | "down",
): { readonly count: number; readonly until: CalendarDate } | null {
  const { governance, asOf } = review;
  const most = governance.stepsPerReview[direction];
  if (most === null) return null;
  if (governance[direction].kind !== "on-change")
    return { count: most, until: reviewOnOrAfter(governance[direction], nextDay(asOf), review) };
  const used = stepsInPeriod(review)?.[direction] ?? 0;
  return { count: Math.max(0, most - used), until: endOfPeriod(governance.period, asOf) };
}

function stepsInPeriod({ governance, asOf, before }: Review): Standing["steps"] {
  return before.steps?.from === startOfPeriod(governance.period, asOf) ? before.steps : null;
}

function stepsAfter(review: Review, steps: number): Standing["steps"] {
  const { stepsPerReview, period } = review.governance;
  if (stepsPerReview.up === null && stepsPerReview.down === null) return null;
  const used = stepsInPeriod(review);
  if (steps === 0) return used;
  const { up, down } = used ?? { up: 0, down: 0 };
  const from = startOfPeriod(period, review.asOf);
  return steps > 0 ? { down, from, up: up + steps } : { down: down - steps, from, up };
}

/** Whether a review day has come since the last one that was reviewed: a night off is made up for. */
function isDue(review: Review, direction: "up" | "down"): boolean {
  const { governance, before, asOf } = review;
  const cadence = governance[direction];
  if (cadence.kind === "on-change") return true;
  const last = direction === "up" ? before.reviewedUpOn : before.reviewedDownOn;
  return last === null || last < reviewOnOrBefore(cadence, asOf, review);
}

/** A review that a freeze or a hold stopped has not taken place: it is made up for afterwards. */
function reviewedOn(review: Review, direction: "up" | "down"): CalendarDate | null {
  const { governance, before, asOf, heldUntil } = review;
  const isStopped = heldUntil !== null || endOfFreeze(governance.freezes, asOf) !== null;
  if (isDue(review, direction) && !isStopped) return firstReviewedOn(governance[direction], asOf);
  return direction === "up" ? before.reviewedUpOn : before.reviewedDownOn;
}

/** What a first placement counts as, since it looked at everything; null where every day is reviewed. */
export function firstReviewedOn({ kind }: Cadence, asOf: CalendarDate): CalendarDate | null {
  return kind === "on-change" ? null : asOf;
}

/**
 * The first day on which a partner can lose its tier, if from tomorrow on it missed the keeping bar; where it misses it
 * already, if it goes on to. Null in the lowest tier, which nobody loses.
 */
export function safeUntil(
  program: Program,
  asOf: CalendarDate,
  { standing, held, joinedOn }: { standing: Standing; held: number; joinedOn: CalendarDate | null },
): CalendarDate | null {
  if (held === 0) return null;
  const governance = program.governance ?? NO_SAFEGUARDS;
  const { grace, minimumTenure, ratchetUntil, freezes, down } = governance;
  const tomorrow = nextDay(asOf);
  const bars = [
    tomorrow,
    ...(grace === null ? [] : [addLength(standing.missedSince ?? tomorrow, grace)]),
    ...(minimumTenure === null ? [] : [addLength(standing.since, minimumTenure)]),
    ...(ratchetUntil === null ? [] : [nextDayOfYear(ratchetUntil, standing.since)]),
  ];
  const latest = [...bars].sort().at(-1) ?? tomorrow;
  // A review that falls into a freeze is made up for on the day after it, since it is then overdue.
  const review = reviewOnOrAfter(down, latest, { calendar: program.calendar, joinedOn });
  return endOfFreeze(freezes, review) ?? review;
}

const nextDay = (day: CalendarDate): CalendarDate => addDays(day, 1);
