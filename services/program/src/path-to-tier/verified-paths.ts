import {
  type AssessedRequirement,
  assessTier,
  contains,
  type Evidence,
  possibleValues,
  requiredTiers,
} from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import type { Tier } from "../document/tiers/index.js";
import { add, isZero, ZERO } from "../exact/index.js";
import { afterSteps } from "./after-steps.js";
import { cheapest, cheapestPaths, type PathToTier } from "./cheapest-paths.js";
import { effortIn, gapOf, type Step } from "./step.js";

/** How often a path is extended by what it does not reach yet. */
const ROUNDS = 4;

/**
 * The paths to a tier, cheapest first. Each is simulated: its result is assessed like any partner, and a path that does
 * not reach the tier, or needs an impossible value, is left out. Measures are taken as independent.
 */
export function verifiedPaths(
  program: Program,
  tier: Tier,
  evidence: readonly [Evidence, ...Evidence[]],
): PathToTier[] {
  const asked = requiredTiers(program, tier);
  const paths = evidence.flatMap((side) =>
    pathsFor(program, asked, side).flatMap((path) => completed(program, asked, { path, side })),
  );
  const different = new Map(paths.map((path) => [JSON.stringify(path.steps.map(keyOf)), path]));
  return cheapest([...different.values()]);
}

const keyOf = (step: Step): string =>
  step.kind === "measure" ? `${gapOf(step)} ${step.by.num}/${step.by.den}` : gapOf(step);

/** The cheapest paths to all required tiers together. */
function pathsFor(program: Program, asked: readonly Tier[], side: Evidence): PathToTier[] {
  const open = asked.flatMap((tier) => {
    const { isMet, requirement } = assessTier(tier, side);
    return isMet || requirement === null ? [] : [requirement];
  });
  const [first] = open;
  if (first === undefined) return [{ steps: [], effort: ZERO }];
  return cheapestPaths(program, open.length === 1 ? first : together(open));
}

const together = (children: readonly AssessedRequirement[]): AssessedRequirement => ({
  kind: "inherited",
  path: "tiers",
  isMet: false,
  isAsked: true,
  needed: children.length,
  metCount: 0,
  fraction: "0",
  why: null,
  group: null,
  children,
});

/** The path, extended until it reaches the tier; none where it does not. */
function completed(
  program: Program,
  asked: readonly Tier[],
  { path, side }: { readonly path: PathToTier; readonly side: Evidence },
): PathToTier[] {
  let steps: readonly Step[] = path.steps;
  for (let round = 0; round < ROUNDS; round++) {
    const there = afterSteps(side, steps);
    const isThere = asked.every((tier) => assessTier(tier, there).isMet);
    if (isThere) return isPossible(program, there, steps) ? [withoutIdleSteps(steps)] : [];
    const [more] = pathsFor(program, asked, there);
    if (more === undefined || more.steps.length === 0) return [];
    steps = joined(steps, more.steps);
  }
  return [];
}

/** Adds up steps for the same gap: later ones count from where earlier ones led. */
function joined(before: readonly Step[], after: readonly Step[]): Step[] {
  const byGap = new Map<string, Step>();
  for (const step of [...before, ...after]) {
    const key = gapOf(step);
    const known = byGap.get(key);
    const isSum = step.kind === "measure" && known?.kind === "measure";
    byGap.set(
      key,
      isSum ? { ...known, by: add(known.by, step.by), effort: add(known.effort, step.effort) } : (known ?? step),
    );
  }
  return [...byGap.values()];
}

/** Drops steps that change nothing, except for measures that have no value yet. */
function withoutIdleSteps(all: readonly Step[]): PathToTier {
  const steps = all.filter((step) => step.kind !== "measure" || !step.hasValue || !isZero(step.by));
  return { steps, effort: effortIn(steps) };
}

/** Nobody can win 120% of its deals. */
function isPossible(program: Program, { measures }: Evidence, steps: readonly Step[]): boolean {
  return steps.every((step) => {
    if (step.kind !== "measure" || step.group !== null) return true;
    const measure = program.measures.find(({ name }) => name === step.measure);
    const value = measures.get(step.measure)?.value ?? null;
    return measure === undefined || value === null || contains(possibleValues(measure), value);
  });
}
