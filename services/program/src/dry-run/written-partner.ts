import type { PlacedPartner } from "../assess/index.js";
import type { CalendarDate, Rational } from "../exact/index.js";

/** What someone has written down of a partner, to see where a program would place it. */
export interface WrittenPartner {
  readonly name: string;
  /** Where it stands before the first day; null where that is its first placement. */
  readonly held: WrittenTier | null;
  /** Oldest first, at least one; what one day does not say is as on the day before. */
  readonly days: readonly [WrittenDay, ...WrittenDay[]];
}

export interface WrittenTier {
  readonly tier: string;
  /** Null for the first day of judgement. */
  readonly since: CalendarDate | null;
}

export interface WrittenDay {
  /** Null where no day is written down. */
  readonly on: CalendarDate | null;
  readonly partner: PlacedPartner;
  readonly approvals: readonly string[];
  readonly values: ReadonlyMap<string, WrittenValue>;
}

export interface WrittenValue {
  /** Null for no value, which is not zero. */
  readonly value: Rational | null;
  /** What was divided by what, where it was written so. */
  readonly parts: readonly [numerator: Rational, denominator: Rational] | null;
  /** By the values of the attribute that the measure is told apart by. */
  readonly groups: ReadonlyMap<string, Rational> | null;
}
