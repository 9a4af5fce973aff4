import type { DistinctMeasure, FactField, FactSource } from "../document/measure.js";
import { type CalendarDate, isBefore } from "../exact/calendar-date.js";
import type { Fact } from "./fact.js";
import { attributeOf, matchesSource } from "./series.js";
import { type DayRange, isWithin } from "./window.js";

/** What a fact must carry to count. */
export type Carried = FactField | DistinctMeasure["of"];

/** Facts that a measure takes, over days: what totals are asked for, and what evidence is. */
export interface Counting {
  readonly source: Pick<FactSource, "kinds" | "where" | "except">;
  /** A fact counts when it is in one of them. */
  readonly ranges: readonly DayRange[];
  /** The day on which certifications have to hold; and all others, too, where only what is active counts. */
  readonly asOf: CalendarDate;
  readonly onlyActive: boolean;
  /** Null where any fact counts. */
  readonly carrying: Carried | null;
}

export function counts(counting: Counting, fact: Fact): boolean {
  return (
    matchesSource(counting.source, fact) &&
    counting.ranges.some((range) => isWithin(range, fact.on)) &&
    ((fact.kind !== "certification" && !counting.onlyActive) || isActive(fact, counting.asOf)) &&
    (counting.carrying === null || carriedBy(fact, counting.carrying) !== null)
  );
}

/** From the day of the fact until the day it ends: a certification from when it is earned until it expires. */
const isActive = (fact: Fact, asOf: CalendarDate): boolean =>
  !isBefore(asOf, fact.on) && (fact.until === null || isBefore(asOf, fact.until));

/** A number for the two that are added up; null where the fact has none. */
export function carriedBy(fact: Fact, carried: Carried): string | bigint | null {
  if (typeof carried === "object") return attributeOf(fact, carried.attribute);
  if (carried === "amount") return fact.amountMinor;
  return fact[carried];
}
