import type { PlacedPartner } from "../assess/index.js";
import type { CalendarDate, Rational } from "../exact/index.js";

/** A partner as written in a file, to see where a program would place it. */
export interface WrittenPartner {
  readonly name: string;
  /** The tier held before the first day; null for a first placement. */
  readonly held: WrittenTier | null;
  /** Oldest first, at least one; a day inherits what it does not say from the day before. */
  readonly days: readonly [WrittenDay, ...WrittenDay[]];
}

export interface WrittenTier {
  readonly tier: string;
  /** Null for the first day of assessment. */
  readonly since: CalendarDate | null;
}

export interface WrittenDay {
  /** Null where the file names no day. */
  readonly on: CalendarDate | null;
  readonly partner: PlacedPartner;
  readonly approvals: readonly string[];
  readonly values: ReadonlyMap<string, WrittenValue>;
}

export interface WrittenValue {
  /** Null for no value, which is not zero. */
  readonly value: Rational | null;
  /** The operands of a ratio, where they are written. */
  readonly parts: readonly [numerator: Rational, denominator: Rational] | null;
  /** By group, of a grouped measure. */
  readonly groups: ReadonlyMap<string, Rational> | null;
}
