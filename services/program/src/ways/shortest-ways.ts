import type { AssessedRequirement, AssessedScore, AssessedTerm } from "../assess/assessed.js";
import type { Program } from "../document/program.js";
import {
  add,
  compare,
  divide,
  isZero,
  multiply,
  ONE,
  parseExact,
  type Rational,
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
      readonly effort: Rational;
    }
  /** Hold a tier for longer, or get an approval: nothing that can be bought with effort. */
  | { readonly kind: "tenure"; readonly path: string; readonly subject: string; readonly effort: Rational }
  | { readonly kind: "approval"; readonly path: string; readonly subject: string; readonly effort: Rational };

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
      return [wayOf([measureStep(program, requirement, knownExact(requirement.gap), isUpperBound(requirement.bound))])];
    case "score":
      return scoreWay(program, requirement);
    case "term":
      return requirement.children.flatMap((gate) => shortestWays(program, gate));
    case "tenure":
      return [wayOf([{ kind: "tenure", path: requirement.path, subject: requirement.tier, effort: ZERO }])];
    case "approval":
      return [wayOf([{ kind: "approval", path: requirement.path, subject: requirement.approval, effort: ZERO }])];
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
  for (const ways of options) {
    const next = new Map(chosen);
    for (const [count, before] of chosen) {
      if (count === missing) continue;
      const joined = before.flatMap((way) => ways.map((other) => wayOf([...way.steps, ...other.steps])));
      next.set(count + 1, cheapest([...(next.get(count + 1) ?? []), ...joined]));
    }
    chosen = next;
  }
  return chosen.get(missing) ?? [];
}

/**
 * First what the floors ask, then the points that cost least, each term up to its cap. Points come in proportion, so
 * that nothing cheaper exists; where whole multiples count, the last one may be more than needed.
 */
function scoreWay(program: Program, score: AssessedScore): Way[] {
  const steps: Step[] = [];
  let missing = knownExact(score.gap);
  const open: { term: AssessedTerm; room: Rational | null; price: Rational }[] = [];
  for (const term of score.children) {
    if (term.kind !== "term") continue;
    const gate = term.children[0];
    if (gate !== undefined && !gate.isMet) {
      if (term.isMet) continue;
      // What stands behind a closed gate counts once that is open; its own points cannot be told before.
      const [opening] = shortestWays(program, gate);
      if (opening === undefined) return [];
      steps.push(...opening.steps);
      continue;
    }
    const [each, rate] = [knownExact(term.rate.each), knownExact(term.rate.points)];
    if (compare(rate, ZERO) <= 0) continue;
    const points = knownExact(term.points);
    const lacking = term.isMet || term.floor === null ? ZERO : subtract(knownExact(term.floor), points);
    if (!isZero(lacking)) {
      steps.push(
        measureStep(program, { ...term, target: term.floor ?? "0" }, divide(multiply(lacking, each), rate), false),
      );
      missing = subtract(missing, lacking);
    }
    const room = term.cap === null ? null : subtract(subtract(knownExact(term.cap), points), lacking);
    const price = divide(multiply(effortOf(program, { ...term, target: term.cap ?? score.target }, ONE), each), rate);
    if (room === null || compare(room, ZERO) > 0) open.push({ term, room, price });
  }
  for (const { term, room } of open.sort((a, b) => compare(a.price, b.price))) {
    if (compare(missing, ZERO) <= 0) break;
    const points = room === null || compare(room, missing) > 0 ? missing : room;
    const by = divide(multiply(points, knownExact(term.rate.each)), knownExact(term.rate.points));
    steps.push(measureStep(program, { ...term, target: term.cap ?? score.target }, by, false));
    missing = subtract(missing, points);
  }
  return compare(missing, ZERO) > 0 ? [] : [wayOf(steps)];
}

interface Measured {
  readonly path: string;
  readonly measure: string;
  readonly group: string | null;
  readonly target: string;
}

function measureStep(program: Program, measured: Measured, gap: Rational, isDownward: boolean): Step {
  const { path, measure, group } = measured;
  const by = isDownward ? subtract(ZERO, gap) : gap;
  return { kind: "measure", path, measure, group, by, effort: effortOf(program, measured, gap) };
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
    if (known === undefined || compare(step.effort, known.effort) > 0) byGap.set(key, step);
  }
  const different = [...byGap.values()];
  return { steps: different, effort: different.reduce((sum, { effort }) => add(sum, effort), ZERO) };
}

function cheapest(ways: readonly Way[]): Way[] {
  return [...ways].sort((a, b) => compare(a.effort, b.effort) || a.steps.length - b.steps.length).slice(0, MAX_WAYS);
}

function isUpperBound(bound: string): boolean {
  return bound === "at-most" || bound === "less-than";
}

function knownExact(text: string): Rational {
  const value = parseExact(text);
  if (value === null) throw new Error(`Not an exact number: ${text}`);
  return value;
}
