import type { AssessedRequirement, AssessedScore, AssessedThreshold } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { add, compare, knownExact, type Rational, subtract, ZERO } from "../exact/index.js";
import { morePoints } from "./more-points.js";
import { measureStep, type Step } from "./step.js";

/** A set of gaps whose closing meets a requirement. */
export interface PathToTier {
  readonly steps: readonly Step[];
  /** The sum of its steps: by the document's own scale where it sets one, else the shares of the bounds that are missing. */
  readonly effort: Rational;
}

/** More ways than anyone compares. */
export const MAX_PATHS = 5;

/**
 * The ways to meet a requirement, the cheapest first, at most `MAX_WAYS`; one way without steps where it is met, none
 * where no way is known. A step names a gap once, however many parts of the requirement ask for it.
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
      // Time that is over does not come back.
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

/** Choices of as many parts as are missing, joined; the cheapest are kept at each step, so that many parts stay cheap. */
function pathsThroughGroup(program: Program, group: AssessedRequirement): PathToTier[] {
  const open = group.children.filter(({ isAsked, isMet }) => isAsked && !isMet);
  const missing = group.needed - group.metCount;
  const options = open.map((child) => cheapestPaths(program, child)).filter((paths) => paths.length > 0);
  // A way for each number of parts chosen so far.
  let chosen = new Map<number, PathToTier[]>([[0, [pathOfSteps([])]]]);
  for (const [i, paths] of options.entries()) {
    // Fewer than this could no longer be filled up by the options that are left.
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

/** By the points that are missing to it, and by those of each score that would have to come to more than the one that counts. */
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

/** Steps that name the same gap are one: the larger closes both. */
function pathOfSteps(steps: readonly Step[]): PathToTier {
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

function cheapest(paths: readonly PathToTier[]): PathToTier[] {
  return [...paths].sort((a, b) => compare(a.effort, b.effort) || a.steps.length - b.steps.length).slice(0, MAX_PATHS);
}

/** Whether less is asked, not more. */
function isTooMuch({ bound, actual, target }: AssessedThreshold): boolean {
  if (bound === "exactly") return actual !== null && compare(knownExact(actual), knownExact(target)) > 0;
  return bound === "at-most" || bound === "less-than";
}
