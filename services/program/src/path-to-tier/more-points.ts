import { type AssessedRequirement, type AssessedTerm, unitDigits } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import {
  add,
  atMost,
  compare,
  divide,
  fromMinorUnits,
  knownExact,
  larger,
  multiply,
  ONE,
  type Rational,
  rational,
  roundDown,
  subtract,
  ZERO,
} from "../exact/index.js";
import { effortIn, effortOf, measureStep, type Step } from "./step.js";

/** What the search for points depends on. */
export interface Seeking {
  readonly program: Program;
  /** The required total; efforts are shares of it where the document has no scale. */
  readonly target: string;
  /** The steps that open a gate; null where none are known. */
  readonly opening: (gate: AssessedRequirement) => readonly Step[] | null;
}

/**
 * Steps that add the missing points; null where none are known. Floors come first, then the cheapest points, each term
 * up to its cap, and closed gates last, with the steps that open them. Points are proportional, so no cheaper choice
 * among open terms is missed; where only whole multiples count, the last step may exceed the need.
 */
export function morePoints(
  terms: readonly AssessedRequirement[],
  missing: Rational,
  seeking: Seeking,
): readonly Step[] | null {
  const opened = terms.flatMap((term) => (term.kind === "term" ? openedTerm(term, seeking) : []));
  if (opened.some(({ term, opening }) => !term.isMet && opening === null)) return null;
  const climb = new Climb(missing);
  const usable = opened.filter(({ opening, rises }) => opening !== null && rises !== null);
  for (const one of usable.filter(({ term }) => !term.isMet)) climb.take(one, knownExact(one.term.floor ?? "0"));
  const byPrice = usable.sort(
    (a, b) => (a.opening?.length ?? 0) - (b.opening?.length ?? 0) || compare(a.price, b.price),
  );
  for (const one of byPrice) if (climb.isMissing) climb.take(one, climb.wantedOf(one));
  return climb.isMissing ? null : climb.steps;
}

/** Raises terms one after the other. */
class Climb {
  readonly steps: Step[] = [];
  readonly #reached = new Map<OpenedTerm, Rational>();

  constructor(private missing: Rational) {}

  get isMissing(): boolean {
    return compare(this.missing, ZERO) > 0;
  }

  /**
   * The points that a term should give to cover what is missing, up to its maximum. What an opened gate gives at once
   * counts first.
   */
  wantedOf(opened: OpenedTerm): Rational {
    const before = this.#reached.get(opened);
    const given = before ?? opened.points;
    const bare = before === undefined ? subtract(given, knownExact(opened.term.points)) : ZERO;
    const needed = add(given, compare(this.missing, bare) > 0 ? subtract(this.missing, bare) : ZERO);
    return opened.most !== null && compare(needed, opened.most) > 0 ? opened.most : needed;
  }

  take(opened: OpenedTerm, points: Rational): void {
    const before = this.#reached.get(opened);
    const given = before ?? opened.points;
    const wanted = compare(given, points) > 0 ? given : points;
    const more = compare(wanted, given) > 0 ? (opened.rises?.(wanted) ?? null) : [];
    if (more === null) return;
    if (before === undefined) this.steps.push(...(opened.opening ?? []));
    this.steps.push(...more);
    this.missing = subtract(this.missing, subtract(wanted, before ?? knownExact(opened.term.points)));
    this.#reached.set(opened, wanted);
  }
}

/** A term with the points that it gives once its gate is open. */
interface OpenedTerm extends Rising {
  readonly term: AssessedTerm;
  /** The steps that open its gate: empty where it is open, null where none are known. */
  readonly opening: readonly Step[] | null;
  /** Points with the gate open, at the present values. */
  readonly points: Rational;
}

function openedTerm(term: AssessedTerm, seeking: Seeking): OpenedTerm {
  const gate = term.children.find(({ kind }) => kind !== "term");
  const isClosed = gate !== undefined && !gate.isMet;
  const cap = term.cap === null ? null : knownExact(term.cap);
  const rising = risingOf(term, seeking);
  return {
    ...rising,
    term,
    opening: isClosed ? seeking.opening(gate) : [],
    points: isClosed ? atMost(cap, rising.points) : knownExact(term.points),
    most: rising.most === null ? cap : atMost(cap, rising.most),
  };
}

/** How the points of a term can grow, before its gate and cap. */
interface Rising {
  readonly points: Rational;
  /** The maximum; null for no limit. */
  readonly most: Rational | null;
  /** The effort of one more point. */
  readonly price: Rational;
  /** The steps to a number of points; null where there are none. */
  readonly rises: ((points: Rational) => readonly Step[] | null) | null;
}

function risingOf(term: AssessedTerm, seeking: Seeking): Rising {
  if (term.isChoice) return risingOfChoice(term, seeking);
  return term.score === undefined ? risingOfMeasure(term, seeking) : risingOfTotal(term, seeking);
}

function risingOfMeasure(term: AssessedTerm, { program, target }: Seeking): Rising {
  const [each, rate] = [knownExact(term.rate.each), knownExact(term.rate.points)];
  const factor = knownExact(term.weighted?.best.factor ?? "1");
  const measure = term.measure ?? "";
  const measured = {
    path: term.path,
    measure,
    group: term.weighted?.best.group ?? term.group,
    actual: term.actual,
    target: term.cap ?? target,
  };
  const given = knownExact(term.weighted?.value ?? term.actual ?? "0");
  const canRise = compare(rate, ZERO) > 0 && compare(factor, ZERO) > 0;
  const price = canRise ? divide(multiply(effortOf(program, measured, ONE), each), multiply(rate, factor)) : ZERO;
  return {
    points: pointsFor(term, given),
    most: null,
    price,
    rises: canRise
      ? (points) => {
          const by = divide(subtract(valueFor(term, points), given), factor);
          return [measureStep(program, measured, inSteps(program, term, by), false)];
        }
      : null,
  };
}

/** Through the terms of the score that it counts, or of one that does not count yet, up to that score's cap. */
function risingOfTotal(term: AssessedTerm, seeking: Seeking): Rising {
  const rate = knownExact(term.rate.points);
  const factor = knownExact(term.weighted?.best.factor ?? "1");
  const own = { total: term.actual ?? "0", cap: term.score?.cap ?? null, terms: term.children };
  const sheets = [own, ...(term.score?.others ?? [])].map((sheet) => openedSheet(sheet, seeking));
  const open = sheets.filter(({ prices }) => prices.length > 0);
  const ends = [knownExact(own.total), ...open.map(({ cap }) => cap)];
  const most = ends.reduce((a, b) => (a === null || b === null ? null : larger(a, b)), ZERO);
  const canRise = compare(rate, ZERO) > 0 && compare(factor, ZERO) > 0 && open.length > 0;
  const price = smallest(open.flatMap(({ prices }) => prices));
  return {
    points: pointsFor(term, multiply(knownExact(own.total), factor)),
    most: most === null ? null : pointsFor(term, multiply(most, factor)),
    price: canRise ? divide(multiply(price, knownExact(term.rate.each)), multiply(rate, factor)) : ZERO,
    rises: canRise
      ? (points) => {
          const wanted = divide(valueFor(term, points), factor);
          return leastEffort(open.map((sheet) => sheet.rises(wanted)));
        }
      : null,
  };
}

interface Sheet {
  readonly total: string;
  readonly cap: string | null;
  readonly terms: readonly AssessedRequirement[];
}

function openedSheet({ total, cap, terms }: Sheet, seeking: Seeking) {
  const parts = terms.filter(({ kind }) => kind === "term");
  const opened = parts.flatMap((part) => (part.kind === "term" ? openedTerm(part, seeking) : []));
  const most = cap === null ? null : knownExact(cap);
  return {
    cap: most,
    prices: opened.filter(({ opening, rises }) => opening !== null && rises !== null).map(({ price }) => price),
    rises: (wanted: Rational) =>
      most !== null && compare(wanted, most) > 0
        ? null
        : morePoints(parts, subtract(wanted, knownExact(total)), seeking),
  };
}

const smallest = ([first = ZERO, ...others]: readonly Rational[]): Rational =>
  others.reduce((a, b) => (compare(b, a) < 0 ? b : a), first);

/** The cheapest of several lists of steps; null where there is none. */
function leastEffort(paths: readonly (readonly Step[] | null)[]): readonly Step[] | null {
  return paths.reduce((a, b) => (a === null || (b !== null && compare(effortIn(b), effortIn(a)) < 0) ? b : a), null);
}

/** Through the alternative with the least effort, which need not be the one that counts now. */
function risingOfChoice(term: AssessedTerm, seeking: Seeking): Rising {
  const parts = term.children.flatMap((part) => (part.kind === "term" ? openedTerm(part, seeking) : []));
  const now = parts.map((part) => knownExact(part.term.points));
  const open = parts.filter(({ opening, rises }) => opening !== null && rises !== null);
  const ends = [...now, ...open.map(({ most }) => most)];
  return {
    points: now.reduce(larger, ZERO),
    most: ends.reduce((a, b) => (a === null || b === null ? null : larger(a, b)), ZERO),
    price: smallest(open.map(({ price }) => price)),
    rises:
      open.length === 0
        ? null
        : (points) =>
            leastEffort(
              open.map(({ opening, rises, most, points: bare }) => {
                if (most !== null && compare(points, most) > 0) return null;
                const more = compare(points, bare) > 0 ? (rises?.(points) ?? null) : [];
                return more === null ? null : [...(opening ?? []), ...more];
              }),
            ),
  };
}

function pointsFor({ rate }: AssessedTerm, value: Rational): Rational {
  const times = divide(value, knownExact(rate.each));
  return multiply(rate.isWhole ? rational(roundDown(times, 0)) : times, knownExact(rate.points));
}

/** The weighted value that gives a number of points. */
function valueFor({ rate }: AssessedTerm, points: Rational): Rational {
  const times = divide(points, knownExact(rate.points));
  return multiply(rate.isWhole ? roundUp(times) : times, knownExact(rate.each));
}

const roundUp = (value: Rational): Rational => rational(-roundDown(subtract(ZERO, value), 0));

/** Rounds up to the unit's smallest step: there are no fractions of a person. */
function inSteps({ currency }: Program, { unit }: AssessedTerm, by: Rational): Rational {
  const digits = unitDigits(unit, currency);
  return digits === null ? by : fromMinorUnits(-roundDown(subtract(ZERO, by), digits), digits);
}
