import type { Cadence, Governance } from "../document/governance/index.js";
import type { Program } from "../document/program/index.js";
import type { CalendarDate } from "../exact/index.js";
import { endOfFreeze, type ReviewCalendar, reviewOnOrAfter, reviewOnOrBefore } from "./cadence.js";
import type { GovernanceState, TierReviews } from "./governance-state.js";

/** The inputs of a review on a day. */
export interface Review extends ReviewCalendar {
  readonly program: Program;
  readonly governance: Governance;
  readonly asOf: CalendarDate;
  readonly before: GovernanceState;
  /** Index of the held tier. */
  readonly held: number;
  /** The first day after a hold; null for none. */
  readonly heldUntil: CalendarDate | null;
}
export type Direction = "up" | "down";
export type Reviewed = Pick<GovernanceState, "reviewedUpOn" | "reviewedDownOn" | "reviewedTiers">;

/** The cadence of promotions to a tier, or demotions from it. */
export function cadenceOf(
  { program, governance }: Pick<Review, "program" | "governance">,
  direction: Direction,
  index: number,
): Cadence {
  return program.tiers[index]?.[direction] ?? governance[direction];
}

/** Whether a review day has come since the last review. A missed one is made up for. */
export function isDue(review: Review, direction: Direction, index: number): boolean {
  return isDueBy(review, cadenceOf(review, direction, index), lastReviewOf(review, direction, index));
}

/** The day of the tier's next review. */
export const nextReviewOf = (review: Review, direction: Direction, index: number): CalendarDate =>
  reviewOnOrAfter(cadenceOf(review, direction, index), review.asOf, review);

/** The reviews to store after a day. A review that was stopped has not taken place and is made up for. */
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

/** The review that a first placement counts as; null where every day is a review. */
export function firstReviewedOn({ kind }: Cadence, asOf: CalendarDate): CalendarDate | null {
  return kind === "on-change" ? null : asOf;
}

/** The same for each tier with its own cadence. */
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

/** A tier whose own cadence is new starts from the last general review. */
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
