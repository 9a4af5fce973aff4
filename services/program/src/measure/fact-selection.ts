import type { FactField, FactSource } from "../document/facts/index.js";
import type { DistinctField } from "../document/measures/index.js";
import { type CalendarDate, isBefore } from "../exact/index.js";
import type { Fact } from "./fact.js";
import { attributeOf, matchesSource } from "./series.js";
import { type DayRange, isWithin } from "./window.js";

/** The field that a fact must carry to count. */
export type CarriedField = FactField | DistinctField | "certificate" | "until";

/** The facts that a measure takes over days: the query for totals, and the evidence. */
export interface FactSelection {
  readonly source: Pick<FactSource, "kinds" | "where" | "except">;
  /** A fact counts if its day, or the day on which it was voided, is in one of them. */
  readonly ranges: readonly DayRange[];
  /** The day on which certifications must hold; with `onlyActive` all other facts too. */
  readonly asOf: CalendarDate;
  readonly onlyActive: boolean;
  /**
   * `post` adds a fact on the day it was posted for and subtracts it on the day it was voided. `own` subtracts it only
   * if its addition also counts. `recount` counts it on its own day, or never if voided.
   */
  readonly late: "post" | "own" | "recount";
  /** Null where every fact counts. */
  readonly carrying: CarriedField | null;
}

/** A fact on its day, or its reversal on the day on which it was voided. */
export interface Entry {
  readonly fact: Fact;
  readonly on: CalendarDate;
  readonly sign: 1n | -1n;
}

export function entriesOf(fact: Fact): readonly Entry[] {
  const own: Entry = { fact, on: fact.on, sign: 1n };
  return fact.reversedOn == null ? [own] : [own, { fact, on: fact.reversedOn, sign: -1n }];
}

const NO_ENTRIES: readonly Entry[] = [];

/** The fact on the day it happened; nothing if it was voided. */
const recounted = (fact: Fact): readonly Entry[] =>
  fact.reversedOn == null ? [{ fact, on: fact.happenedOn ?? fact.on, sign: 1n }] : [];

/** Those of a fact's `entriesOf` that a selection takes. */
export function countedEntries(selection: FactSelection, entries: readonly Entry[]): readonly Entry[] {
  const [own] = entries;
  if (own === undefined || !isTaken(selection, own.fact)) return NO_ENTRIES;
  const isIn = ({ on }: Entry): boolean => selection.ranges.some((range) => isWithin(range, on));
  if (selection.late === "recount") return recounted(own.fact).filter(isIn);
  const counted = entries.every(isIn) ? entries : entries.filter(isIn);
  return selection.late === "own" && counted.every(({ sign }) => sign < 0n) ? NO_ENTRIES : counted;
}

const isTaken = (selection: FactSelection, fact: Fact): boolean =>
  matchesSource(selection.source, fact) &&
  ((fact.kind !== "certification" && !selection.onlyActive) || isActive(fact, selection.asOf)) &&
  (selection.carrying === null || carriedBy(fact, selection.carrying) !== null);

export const selects = (selection: FactSelection, fact: Fact): boolean =>
  countedEntries(selection, entriesOf(fact)).length > 0;

/** Active from the fact's day until its end: a certification until it expires. */
const isActive = (fact: Fact, asOf: CalendarDate): boolean =>
  !isBefore(asOf, fact.on) && (fact.until === null || isBefore(asOf, fact.until));

/** Numbers for amounts and quantities, text for others; null where the fact has none. */
export function carriedBy(fact: Fact, carried: CarriedField): string | bigint | null {
  if (typeof carried === "object") return attributeOf(fact, carried.attribute);
  if (carried === "certificate") return certificateOf(fact);
  if (carried === "amount") return fact.amountMinor;
  // Facts of declared kinds name the person in an attribute.
  if (carried === "person") return fact.person ?? attributeOf(fact, "person");
  return fact[carried];
}

/**
 * Identifies a certificate by person and course (or product), so that a renewal is the same one. Any other fact is
 * identified by its id.
 */
function certificateOf(fact: Fact): string {
  const course = attributeOf(fact, "course") ?? fact.product;
  const isNamed = fact.kind === "certification" && fact.person !== null && course !== null;
  return isNamed ? `${fact.person}\u0001${course}` : fact.id;
}
