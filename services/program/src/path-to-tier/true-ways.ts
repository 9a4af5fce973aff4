import {
  type AssessedRequirement,
  askedTiers,
  assessTier,
  contains,
  type Evidence,
  possibleValues,
} from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import type { Tier } from "../document/tiers/index.js";
import { add, compare, isZero, ZERO } from "../exact/index.js";
import { afterSteps } from "./after-steps.js";
import { MAX_WAYS, shortestWays, type Way } from "./shortest-ways.js";
import type { Step } from "./step.js";

/** How often a way is lengthened by what it has not reached yet. */
const ROUNDS = 4;

/**
 * The ways to a tier, the cheapest first, each of them played through: what it leads to is judged as any partner is, and a
 * way that does not reach the tier, or asks for what a measure can never be, is left out. Measures count as independent.
 */
export function trueWays(program: Program, tier: Tier, evidence: readonly [Evidence, ...Evidence[]]): Way[] {
  const asked = askedTiers(program, tier);
  const ways = evidence.flatMap((side) =>
    waysOn(program, asked, side).flatMap((way) => completed(program, asked, { way, side })),
  );
  const different = new Map(ways.map((way) => [JSON.stringify(way.steps.map(keyOf)), way]));
  return [...different.values()]
    .sort((a, b) => compare(a.effort, b.effort) || a.steps.length - b.steps.length)
    .slice(0, MAX_WAYS);
}

const keyOf = (step: Step): string =>
  step.kind === "measure"
    ? `${step.measure} ${step.group ?? ""} ${step.by.num}/${step.by.den}`
    : `${step.kind} ${step.subject}`;

/** The shortest ways to all that is asked, one tier's and those of the tiers that it asks along. */
function waysOn(program: Program, asked: readonly Tier[], side: Evidence): Way[] {
  const open = asked.flatMap((tier) => {
    const { isMet, requirement } = assessTier(tier, side);
    return isMet || requirement === null ? [] : [requirement];
  });
  const [first] = open;
  if (first === undefined) return [{ steps: [], effort: ZERO }];
  return shortestWays(program, open.length === 1 ? first : together(open));
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

/** The way with what it lacks added to it; none where it does not lead to the tier. */
function completed(
  program: Program,
  asked: readonly Tier[],
  { way, side }: { readonly way: Way; readonly side: Evidence },
): Way[] {
  let steps: readonly Step[] = way.steps;
  for (let round = 0; round < ROUNDS; round++) {
    const there = afterSteps(side, steps);
    const isThere = asked.every((tier) => assessTier(tier, there).isMet);
    if (isThere) return isPossible(program, there, steps) ? [wayBy(steps)] : [];
    const [more] = waysOn(program, asked, there);
    if (more === undefined || more.steps.length === 0) return [];
    steps = joined(steps, more.steps);
  }
  return [];
}

/** Steps on one gap added up: the later ones count from where the earlier led. */
function joined(before: readonly Step[], after: readonly Step[]): Step[] {
  const byGap = new Map<string, Step>();
  for (const step of [...before, ...after]) {
    const key = step.kind === "measure" ? `${step.measure} ${step.group ?? ""}` : `${step.kind} ${step.subject}`;
    const known = byGap.get(key);
    const isSum = step.kind === "measure" && known?.kind === "measure";
    byGap.set(
      key,
      isSum ? { ...known, by: add(known.by, step.by), effort: add(known.effort, step.effort) } : (known ?? step),
    );
  }
  return [...byGap.values()];
}

/** Without steps that move nothing: only what has no value yet is named though it has nothing to gain. */
function wayBy(all: readonly Step[]): Way {
  const steps = all.filter((step) => step.kind !== "measure" || !step.hasValue || !isZero(step.by));
  return { steps, effort: steps.reduce((sum, { effort }) => add(sum, effort), ZERO) };
}

/** Nobody wins 120% of its deals. */
function isPossible(program: Program, { measures }: Evidence, steps: readonly Step[]): boolean {
  return steps.every((step) => {
    if (step.kind !== "measure" || step.group !== null) return true;
    const measure = program.measures.find(({ name }) => name === step.measure);
    const value = measures.get(step.measure)?.value ?? null;
    return measure === undefined || value === null || contains(possibleValues(measure), value);
  });
}
