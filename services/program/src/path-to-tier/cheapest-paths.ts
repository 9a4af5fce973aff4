import type { AssessedRequirement, AssessedScore, AssessedThreshold } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { add, compare, knownExact, type Rational, subtract, ZERO } from "../exact/index.js";
import { morePoints } from "./more-points.js";
import { effortIn, gapOf, measureStep, type Step } from "./step.js";

/** A set of steps that meets a requirement. */
export interface PathToTier {
  readonly steps: readonly Step[];
  /**
   * The sum of its steps' efforts: in the document's own scale where it has one, else shares of the bounds that are
   * missing.
   */
  readonly effort: Rational;
}

/** More paths than people compare. */
export const MAX_PATHS = 5;

/**
 * The paths that meet a requirement, cheapest first, at most `MAX_PATHS`. One path without steps where it is met, none
 * where no path is known. A gap appears in one step, even where several parts ask for it.
 */
export function cheapestPaths(program: Program, requirement: AssessedRequirement): PathToTier[] {
  if (requirement.isMet || !requirement.isAsked) return [{ steps: [], effort: ZERO }];
  switch (requirement.kind) {
    case "threshold":
      return [pathOfSteps([measureStep(program, requirement, knownExact(requirement.gap), isTooMuch(requirement))])];
    case "score":
      return pathsThroughScore(program, requirement);
    case "term":
      return requirement.children.flatMap((gate) => cheapestPaths(program, gate));
    case "tenure":
      // Time that has passed cannot be undone.
      if (requirement.bound === "at-most") return [];
      return [pathOfSteps([{ kind: "tenure", path: requirement.path, subject: requirement.tier, effort: ZERO }])];
    case "approval":
      return [pathOfSteps([{ kind: "approval", path: requirement.path, subject: requirement.approval, effort: ZERO }])];
    case "withheld":
      return [pathOfSteps([{ kind: "withheld", path: requirement.path, subject: "", effort: ZERO }])];
    default:
      return pathsThroughGroup(program, requirement);
  }
}

/** Combines as many parts as are missing. Only the cheapest combinations are kept at each step, to bound the work. */
function pathsThroughGroup(program: Program, group: AssessedRequirement): PathToTier[] {
  const open = group.children.filter(({ isAsked, isMet }) => isAsked && !isMet);
  const missing = group.needed - group.metCount;
  const options = open.map((child) => cheapestPaths(program, child)).filter((paths) => paths.length > 0);
  // Paths by the number of parts chosen so far.
  let chosen = new Map<number, PathToTier[]>([[0, [pathOfSteps([])]]]);
  for (const [i, paths] of options.entries()) {
    // With fewer, the remaining options could not fill the group.
    const least = missing - (options.length - i - 1);
    const next = new Map([...chosen].filter(([count]) => count >= least));
    for (const [count, before] of chosen) {
      if (count === missing || count + 1 < least) continue;
      const joined = before.flatMap((path) => paths.map((other) => pathOfSteps([...path.steps, ...other.steps])));
      next.set(count + 1, cheapest([...(next.get(count + 1) ?? []), ...joined]));
    }
    chosen = next;
  }
  return chosen.get(missing) ?? [];
}

/** One path by the points that are missing to each score: the one that counts, and those that could exceed it. */
function pathsThroughScore(program: Program, score: AssessedScore): PathToTier[] {
  const opening = (gate: AssessedRequirement): readonly Step[] | null => cheapestPaths(program, gate)[0]?.steps ?? null;
  const wanted = add(knownExact(score.actual ?? "0"), knownExact(score.gap));
  const sheets = [{ total: score.actual ?? "0", terms: score.children }, ...(score.others ?? [])];
  const paths = sheets.flatMap(({ total, terms }) => {
    const missing = subtract(wanted, knownExact(total));
    const steps = morePoints(terms, missing, { program, target: score.target, opening });
    return steps === null ? [] : [pathOfSteps(steps)];
  });
  return cheapest(paths);
}

/** Merges steps for the same gap: the larger one closes both. */
function pathOfSteps(steps: readonly Step[]): PathToTier {
  const byGap = new Map<string, Step>();
  for (const step of steps) {
    const key = gapOf(step);
    const known = byGap.get(key);
    if (known === undefined || isFurther(step, known)) byGap.set(key, step);
  }
  const different = [...byGap.values()];
  return { steps: different, effort: effortIn(different) };
}

/** Compares distances, not efforts: those are shares of different bounds. */
function isFurther(step: Step, known: Step): boolean {
  if (step.kind !== "measure" || known.kind !== "measure") return compare(step.effort, known.effort) > 0;
  const distance = ({ by }: { readonly by: Rational }) => (compare(by, ZERO) < 0 ? subtract(ZERO, by) : by);
  return compare(distance(step), distance(known)) > 0;
}

/** The cheapest paths; of equal ones those with fewer steps. */
export function cheapest(paths: readonly PathToTier[]): PathToTier[] {
  return [...paths].sort((a, b) => compare(a.effort, b.effort) || a.steps.length - b.steps.length).slice(0, MAX_PATHS);
}

/** Whether the value must fall. */
function isTooMuch({ bound, actual, target }: AssessedThreshold): boolean {
  if (bound === "exactly") return actual !== null && compare(knownExact(actual), knownExact(target)) > 0;
  return bound === "at-most" || bound === "less-than";
}
