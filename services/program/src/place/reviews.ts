import type { Cadence, Governance } from "../document/governance/index.js";
import type { Program } from "../document/program/index.js";
import type { CalendarDate } from "../exact/index.js";
import { endOfFreeze, type ReviewCalendar, reviewOnOrAfter, reviewOnOrBefore } from "./cadence.js";
import type { GovernanceState, TierReviews } from "./governance-state.js";

/** What a partner's moves are reviewed by on a day. */
export interface Review extends ReviewCalendar {
  readonly program: Program;
  readonly governance: Governance;
  readonly asOf: CalendarDate;
  readonly before: GovernanceState;
  /** Position of the tier that is held. */
  readonly held: number;
  /** The first day after a hold by a person; null where there is none. */
  readonly heldUntil: CalendarDate | null;
}
export type Direction = "up" | "down";
export type Reviewed = Pick<GovernanceState, "reviewedUpOn" | "reviewedDownOn" | "reviewedTiers">;

/** By which cadence partners rise to a tier, or fall from it. */
export function cadenceOf(
  { program, governance }: Pick<Review, "program" | "governance">,
  direction: Direction,
  index: number,
): Cadence {
  return program.tiers[index]?.[direction] ?? governance[direction];
}

/** Whether a review day of a tier has come since the last one that was reviewed: a night off is made up for. */
export function isDue(review: Review, direction: Direction, index: number): boolean {
  return isDueBy(review, cadenceOf(review, direction, index), lastReviewOf(review, direction, index));
}

/** The day on which the next review of a tier comes. */
export const nextReviewOf = (review: Review, direction: Direction, index: number): CalendarDate =>
  reviewOnOrAfter(cadenceOf(review, direction, index), review.asOf, review);

/** What is remembered of reviews after a day. A review that something stopped has not taken place: it is made up for. */
export function reviewsAfter(review: Review, stopped: Direction | null): Reviewed {
  const { governance, before, asOf, heldUntil } = review;
  const areStopped = heldUntil !== null || endOfFreeze(governance.freezes, asOf) !== null;
  const reviewed = (direction: Direction, cadence: Cadence, last: CalendarDate | null) =>
    isDueBy(review, cadence, last) && !areStopped && stopped !== direction ? firstReviewedOn(cadence, asOf) : last;
  const ofTier = (direction: Direction, index: number): CalendarDate | null => {
    const own = review.program.tiers[index]?.[direction] ?? null;
    return own === null ? null : reviewed(direction, own, lastReviewOf(review, direction, index));
  };
  return {
    reviewedDownOn: reviewed("down", governance.down, before.reviewedDownOn),
    reviewedUpOn: reviewed("up", governance.up, before.reviewedUpOn),
    ...ofTiersWithTheirOwn(review.program, (index) => ({ down: ofTier("down", index), up: ofTier("up", index) })),
  };
}

/** What a first placement counts as, since it looked at everything; null where every day is reviewed. */
export function firstReviewedOn({ kind }: Cadence, asOf: CalendarDate): CalendarDate | null {
  return kind === "on-change" ? null : asOf;
}

/** The same for each tier with a cadence of its own. */
export function firstReviewsOfTiers(program: Program, asOf: CalendarDate): Pick<GovernanceState, "reviewedTiers"> {
  const first = (own: Cadence | null | undefined) => (own == null ? null : firstReviewedOn(own, asOf));
  return ofTiersWithTheirOwn(program, (index) => ({
    down: first(program.tiers[index]?.down),
    up: first(program.tiers[index]?.up),
  }));
}

function isDueBy(review: Review, cadence: Cadence, last: CalendarDate | null): boolean {
  return cadence.kind === "on-change" || last === null || last < reviewOnOrBefore(cadence, review.asOf, review);
}

/** Of a tier whose own cadence is new, the last review of all. */
function lastReviewOf({ program, before }: Review, direction: Direction, index: number): CalendarDate | null {
  const tier = program.tiers[index];
  const ofAll = direction === "up" ? before.reviewedUpOn : before.reviewedDownOn;
  const known = before.reviewedTiers;
  if (tier === undefined || tier[direction] === null || known === undefined) return ofAll;
  return Object.hasOwn(known, tier.name) ? (known[tier.name]?.[direction] ?? ofAll) : ofAll;
}

function ofTiersWithTheirOwn(
  { tiers }: Program,
  reviews: (index: number) => TierReviews,
): Pick<GovernanceState, "reviewedTiers"> {
  const own = tiers.flatMap(({ name, up, down }, index) =>
    up === null && down === null ? [] : [[name, reviews(index)] as const],
  );
  if (own.length === 0) return {};
  return { reviewedTiers: Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1))) };
}
