import type { AssessedRequirement, AssessedScore, AssessedTerm, AssessedThreshold } from "../assess/assessed.js";
import { stepOf } from "../assess/bar.js";
import type { Program } from "../document/program.js";
import {
  add,
  compare,
  divide,
  fromMinorUnits,
  isZero,
  multiply,
  ONE,
  parseExact,
  type Rational,
  rational,
  roundDown,
  subtract,
  ZERO,
} from "../exact/rational.js";

/** One thing to do on a way to a tier. */
export type Step =
  | {
      readonly kind: "measure";
      readonly path: string;
      readonly measure: string;
      /** The group that it is needed in, where it is told apart. */
      readonly group: string | null;
      /** How much more (or less, below zero) of the measure is needed, in its own unit. */
      readonly by: Rational;
      /** Whether it has a value: what has none has to be recorded first. `by` then counts from zero. */
      readonly hasValue: boolean;
      readonly effort: Rational;
    }
  /** Hold a tier for longer, or get an approval: nothing that can be bought with effort. */
  | { readonly kind: "tenure"; readonly path: string; readonly subject: string; readonly effort: Rational }
  | { readonly kind: "approval"; readonly path: string; readonly subject: string; readonly effort: Rational }
  /** What the vendor keeps to itself has to hold. All of it is one step, since nobody can tell one from another. */
  | { readonly kind: "withheld"; readonly path: string; readonly subject: ""; readonly effort: Rational };

/** A set of gaps whose closing meets a requirement. */
export interface Way {
  readonly steps: readonly Step[];
  /** The sum of its steps: by the document's own scale where it sets one, else the shares of the bounds that are missing. */
  readonly effort: Rational;
}

/** More ways than anyone compares. */
export const MAX_WAYS = 5;

/**
 * The ways to meet a requirement, the cheapest first, at most `MAX_WAYS`; one way without steps where it is met, none
 * where no way is known. A step names a gap once, however many parts of the requirement ask for it.
 */
export function shortestWays(program: Program, requirement: AssessedRequirement): Way[] {
  if (requirement.isMet || !requirement.isAsked) return [{ steps: [], effort: ZERO }];
  switch (requirement.kind) {
    case "threshold":
      return [wayOf([measureStep(program, requirement, knownExact(requirement.gap), isTooMuch(requirement))])];
    case "score":
      return scoreWay(program, requirement);
    case "term":
      return requirement.children.flatMap((gate) => shortestWays(program, gate));
    case "tenure":
      // Time that is over does not come back.
      if (requirement.bound === "at-most") return [];
      return [wayOf([{ kind: "tenure", path: requirement.path, subject: requirement.tier, effort: ZERO }])];
    case "approval":
      return [wayOf([{ kind: "approval", path: requirement.path, subject: requirement.approval, effort: ZERO }])];
    case "withheld":
      return [wayOf([{ kind: "withheld", path: requirement.path, subject: "", effort: ZERO }])];
    default:
      return groupWays(program, requirement);
  }
}

/** Choices of as many parts as are missing, joined; the cheapest are kept at each step, so that many parts stay cheap. */
function groupWays(program: Program, group: AssessedRequirement): Way[] {
  const open = group.children.filter(({ isAsked, isMet }) => isAsked && !isMet);
  const missing = group.needed - group.metCount;
  const options = open.map((child) => shortestWays(program, child)).filter((ways) => ways.length > 0);
  // A way for each number of parts chosen so far.
  let chosen = new Map<number, Way[]>([[0, [wayOf([])]]]);
  for (const [i, ways] of options.entries()) {
    // Fewer than this could no longer be filled up by the options that are left.
    const least = missing - (options.length - i - 1);
    const next = new Map([...chosen].filter(([count]) => count >= least));
    for (const [count, before] of chosen) {
      if (count === missing || count + 1 < least) continue;
      const joined = before.flatMap((way) => ways.map((other) => wayOf([...way.steps, ...other.steps])));
      next.set(count + 1, cheapest([...(next.get(count + 1) ?? []), ...joined]));
    }
    chosen = next;
  }
  return chosen.get(missing) ?? [];
}

/**
 * First what the floors ask, then the points that cost least, each term up to its cap; last what stands behind closed
 * gates, with what opens them. Points come in proportion, so that nothing cheaper is left out among open terms; where
 * whole multiples count, the last one may be more than needed.
 */
function scoreWay(program: Program, score: AssessedScore): Way[] {
  const terms = score.children.flatMap((term) => (term.kind === "term" ? openedTerm(program, score, term) : []));
  if (terms.some(({ term, opening }) => !term.isMet && opening === null)) return [];
  const usable = terms.filter(({ opening, rate }) => opening !== null && compare(rate, ZERO) > 0);
  const steps: Step[] = [];
  let missing = knownExact(score.gap);
  const take = (opened: OpenedTerm, given: Rational, wanted: Rational): void => {
    steps.push(...(opened.opening ?? []));
    if (compare(wanted, given) > 0) steps.push(stepTo(program, score, opened, wanted));
    missing = subtract(missing, subtract(wanted, knownExact(opened.term.points)));
  };
  const reached = new Map<OpenedTerm, Rational>();
  for (const opened of usable.filter(({ term }) => !term.isMet)) {
    const floor = knownExact(opened.term.floor ?? "0");
    const wanted = compare(opened.points, floor) > 0 ? opened.points : floor;
    take(opened, opened.points, wanted);
    reached.set(opened, wanted);
  }
  const byPrice = usable.sort(
    (a, b) => (a.opening?.length ?? 0) - (b.opening?.length ?? 0) || compare(a.price, b.price),
  );
  for (const opened of byPrice) {
    if (compare(missing, ZERO) <= 0) break;
    const before = reached.get(opened);
    const given = before ?? opened.points;
    const most = opened.term.cap === null ? null : knownExact(opened.term.cap);
    // What an opened gate lets through by itself comes first.
    const bare = before === undefined ? subtract(given, knownExact(opened.term.points)) : ZERO;
    const needed = add(given, compare(missing, bare) > 0 ? subtract(missing, bare) : ZERO);
    const wanted = most !== null && compare(needed, most) > 0 ? most : needed;
    if (before === undefined) take(opened, given, wanted);
    else if (compare(wanted, before) > 0) {
      steps.push(stepTo(program, score, opened, wanted));
      missing = subtract(missing, subtract(wanted, before));
    }
  }
  return compare(missing, ZERO) > 0 ? [] : [wayOf(steps)];
}

/** A term with what it gives once its gate is open. */
interface OpenedTerm {
  readonly term: AssessedTerm;
  /** What opens its gate: nothing where that is open, null where no way is known. */
  readonly opening: readonly Step[] | null;
  /** What it gives then, by the measure as it is. */
  readonly points: Rational;
  readonly rate: Rational;
  /** The effort of one more point. */
  readonly price: Rational;
}

function openedTerm(program: Program, score: AssessedScore, term: AssessedTerm): OpenedTerm {
  const gate = term.children[0];
  const isClosed = gate !== undefined && !gate.isMet;
  const [each, rate] = [knownExact(term.rate.each), knownExact(term.rate.points)];
  const times = divide(knownExact(term.actual ?? "0"), each);
  const full = multiply(term.rate.isWhole ? rational(roundDown(times, 0)) : times, rate);
  const cap = term.cap === null ? null : knownExact(term.cap);
  const unit = effortOf(program, { ...term, target: term.cap ?? score.target }, ONE);
  return {
    term,
    opening: isClosed ? (shortestWays(program, gate)[0]?.steps ?? null) : [],
    points: !isClosed ? knownExact(term.points) : cap !== null && compare(full, cap) > 0 ? cap : full,
    rate,
    price: isZero(rate) ? ZERO : divide(multiply(unit, each), rate),
  };
}

/** How much more of the measure brings a term to so many points. */
function stepTo(program: Program, score: AssessedScore, { term, rate }: OpenedTerm, points: Rational): Step {
  const each = knownExact(term.rate.each);
  const times = divide(points, rate);
  const needed = multiply(term.rate.isWhole ? roundUp(times) : times, each);
  const by = inSteps(program, term, subtract(needed, knownExact(term.actual ?? "0")));
  return measureStep(program, { ...term, target: term.cap ?? score.target }, by, false);
}

const roundUp = (value: Rational): Rational => rational(-roundDown(subtract(ZERO, value), 0));

/** Up to the next that the unit has: nobody adds two fifths of a person. */
function inSteps({ currency }: Program, { unit }: AssessedTerm, by: Rational): Rational {
  const digits = stepOf(unit, currency);
  return digits === null ? by : fromMinorUnits(-roundDown(subtract(ZERO, by), digits), digits);
}

interface Measured {
  readonly path: string;
  readonly measure: string;
  readonly group: string | null;
  readonly target: string;
  readonly actual: string | null;
}

function measureStep(program: Program, measured: Measured, gap: Rational, isDownward: boolean): Step {
  const { path, measure, group } = measured;
  const by = isDownward ? subtract(ZERO, gap) : gap;
  const hasValue = measured.actual !== null;
  return { kind: "measure", path, measure, group, by, hasValue, effort: effortOf(program, measured, gap) };
}

/** By the document's scale; without one, as the share of the bound that is missing. */
function effortOf(program: Program, { measure, target }: Measured, gap: Rational): Rational {
  const perUnit = program.measures.find(({ name }) => name === measure)?.effort ?? null;
  if (perUnit !== null) return multiply(gap, perUnit);
  const bound = knownExact(target);
  return compare(bound, ZERO) <= 0 ? gap : divide(gap, bound);
}

/** Steps that name the same gap are one: the larger closes both. */
function wayOf(steps: readonly Step[]): Way {
  const byGap = new Map<string, Step>();
  for (const step of steps) {
    const key = step.kind === "measure" ? `${step.measure} ${step.group ?? ""}` : `${step.kind} ${step.subject}`;
    const known = byGap.get(key);
    if (known === undefined || isFurther(step, known)) byGap.set(key, step);
  }
  const different = [...byGap.values()];
  return { steps: different, effort: different.reduce((sum, { effort }) => add(sum, effort), ZERO) };
}

/** Efforts are shares of different bounds: which of two steps closes both is said by how far they go. */
function isFurther(step: Step, known: Step): boolean {
  if (step.kind !== "measure" || known.kind !== "measure") return compare(step.effort, known.effort) > 0;
  const distance = ({ by }: { readonly by: Rational }) => (compare(by, ZERO) < 0 ? subtract(ZERO, by) : by);
  return compare(distance(step), distance(known)) > 0;
}

function cheapest(ways: readonly Way[]): Way[] {
  return [...ways].sort((a, b) => compare(a.effort, b.effort) || a.steps.length - b.steps.length).slice(0, MAX_WAYS);
}

/** Whether less is asked, not more. */
function isTooMuch({ bound, actual, target }: AssessedThreshold): boolean {
  if (bound === "exactly") return actual !== null && compare(knownExact(actual), knownExact(target)) > 0;
  return bound === "at-most" || bound === "less-than";
}

function knownExact(text: string): Rational {
  const value = parseExact(text);
  if (value === null) throw new Error(`Not an exact number: ${text}`);
  return value;
}
