import type { FactField, FactSource } from "../document/facts/index.js";
import type { DistinctField } from "../document/measures/index.js";
import { type CalendarDate, isBefore } from "../exact/index.js";
import type { Fact } from "./fact.js";
import { attributeOf, matchesSource } from "./series.js";
import { type DayRange, isWithin } from "./window.js";

/** What a fact must carry to count. */
export type CarriedField = FactField | DistinctField | "certificate" | "until";

/** Facts that a measure takes, over days: what totals are asked for, and what evidence is. */
export interface FactSelection {
  readonly source: Pick<FactSource, "kinds" | "where" | "except">;
  /** A fact counts when its day is in one of them, or the day on which it was taken off again. */
  readonly ranges: readonly DayRange[];
  /** The day on which certifications have to hold; and all others, too, where only what is active counts. */
  readonly asOf: CalendarDate;
  readonly onlyActive: boolean;
  /**
   * `post` takes a fact on the day it was posted for, and off on the day it was taken back; `own` takes it off only where
   * it counts itself, so that nothing else is taken for it; `recount` takes it on its own day, or never.
   */
  readonly late: "post" | "own" | "recount";
  /** Null where any fact counts. */
  readonly carrying: CarriedField | null;
}

/** A fact on its day, or against itself on the day on which it was taken off again. */
export interface Entry {
  readonly fact: Fact;
  readonly on: CalendarDate;
  readonly sign: 1n | -1n;
}

export function entriesOf(fact: Fact): Entry[] {
  const own: Entry = { fact, on: fact.on, sign: 1n };
  return fact.reversedOn == null ? [own] : [own, { fact, on: fact.reversedOn, sign: -1n }];
}

/** A fact as if it had come on its day; none where it was taken back. */
const recounted = (fact: Fact): Entry[] =>
  fact.reversedOn == null ? [{ fact, on: fact.happenedOn ?? fact.on, sign: 1n }] : [];

/** The entries of a fact that a counting takes. */
export function countedEntries(selection: FactSelection, fact: Fact): Entry[] {
  const isTaken =
    matchesSource(selection.source, fact) &&
    ((fact.kind !== "certification" && !selection.onlyActive) || isActive(fact, selection.asOf)) &&
    (selection.carrying === null || carriedBy(fact, selection.carrying) !== null);
  if (!isTaken) return [];
  const isIn = ({ on }: Entry): boolean => selection.ranges.some((range) => isWithin(range, on));
  if (selection.late === "recount") return recounted(fact).filter(isIn);
  const entries = entriesOf(fact).filter(isIn);
  return selection.late === "own" && entries.every(({ sign }) => sign < 0n) ? [] : entries;
}

export const selects = (selection: FactSelection, fact: Fact): boolean => countedEntries(selection, fact).length > 0;

/** From the day of the fact until the day it ends: a certification from when it is earned until it expires. */
const isActive = (fact: Fact, asOf: CalendarDate): boolean =>
  !isBefore(asOf, fact.on) && (fact.until === null || isBefore(asOf, fact.until));

/** A number for the two that are added up; null where the fact has none. */
export function carriedBy(fact: Fact, carried: CarriedField): string | bigint | null {
  if (typeof carried === "object") return attributeOf(fact, carried.attribute);
  if (carried === "certificate") return certificateOf(fact);
  if (carried === "amount") return fact.amountMinor;
  // Facts of declared kinds name people in an attribute.
  if (carried === "person") return fact.person ?? attributeOf(fact, "person");
  return fact[carried];
}

/**
 * A certificate is of a person for a course (or a product): renewed before it ends, it is the same one. What does not say
 * both, and every other fact, is something of its own.
 */
function certificateOf(fact: Fact): string {
  const course = attributeOf(fact, "course") ?? fact.product;
  const isNamed = fact.kind === "certification" && fact.person !== null && course !== null;
  return isNamed ? `${fact.person}\u0001${course}` : fact.id;
}
