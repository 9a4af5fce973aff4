import { once } from "@tiergraph/kit/subgraph/reads-on-demand";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import { encodeTierPath } from "@tiergraph/program/place";
import {
  assessmentNode,
  type DecidedStatusRow,
  type DecisionRow,
  type DecisionStory,
  decisionNode,
  measurementIdOf,
  storyOf,
} from "../placement/index.js";
import { type ReadVersion, tierNode } from "../program/index.js";
import { type ProgressNode, progressOf, thresholdsOf } from "../requirement/index.js";
import { pathNodes } from "./path-node.js";

/**
 * A partner's tier as of its last placement. The decision is read and explained once, and only where a field asks for
 * what it explains; so are the ways up and the decision itself.
 */
export function tierStatusNode(status: DecidedStatusRow, version: ReadVersion, decided: () => Promise<DecisionRow>) {
  const { program } = version;
  const story = once(async () => keptStory(await decided(), version));
  const measurementId = measurementIdOf(status);
  return {
    partnerId: status.partnerId,
    tier: tierNode(program, status.tier),
    since: status.since,
    pending:
      status.pendingTier === null || status.pendingFrom === null
        ? null
        : { tier: tierNode(program, status.pendingTier), from: status.pendingFrom },
    asOf: status.asOf,
    summary: async () => (await story()).summary,
    isAtRisk: async () => (await story()).isAtRisk,
    safeUntil: async () => (await story()).safeUntil,
    keeping: async () => {
      const { keeping } = await story();
      return keeping === null ? null : assessmentNode(keeping, version, measurementId);
    },
    next: async () => nextNode({ status, version, story: await story(), measurementId }),
    decision: async () => decisionNode(await decided(), version),
  };
}

/** Explanations of decisions that were asked for last: a decision never changes. */
const MAX_STORIES = 1_000;
const stories = new WeakMap<ReadVersion, BoundedMap<string, DecisionStory>>();

function keptStory(decision: DecisionRow, version: ReadVersion): DecisionStory {
  const known = stories.get(version) ?? new BoundedMap<string, DecisionStory>(MAX_STORIES);
  stories.set(version, known);
  return known.remember(decision.decisionId, () => storyOf(decision, version));
}

export type TierStatusNode = ReturnType<typeof tierStatusNode>;

function nextNode({
  status,
  version: { program },
  story,
  measurementId,
}: {
  status: DecidedStatusRow;
  version: ReadVersion;
  story: DecisionStory;
  measurementId: (measure: string) => string;
}) {
  const { next } = story;
  if (next === null) return null;
  const judgement = { program, measurementId };
  const progress = next.requirement === null ? null : progressOf(next.requirement, judgement);
  const measured =
    next.requirement === null ? { thresholds: [], impliedThresholds: [] } : thresholdsOf(next.requirement, judgement);
  return {
    id: encodeTierPath({ partnerId: status.partnerId, tier: next.tier }),
    measureGaps: gapsOf(measured.thresholds),
    tier: tierNode(program, next.tier),
    fraction: progress?.fraction ?? "1",
    requirement: progress,
    ...measured,
    ways: () => pathNodes(program, story.pathsUp()),
  };
}
export type TierPathNode = NonNullable<ReturnType<typeof nextNode>>;

/** Of each measure that has to rise the largest gap, as a whole number; where one rule asks for it and not the partner, none. */
function gapsOf(thresholds: readonly ProgressNode[]): string[] {
  const gaps = new Map<string, number>();
  for (const { measure, gap, isMet, isAsked, bound, group } of thresholds) {
    const isRise = bound === "at-least" || bound === "more-than";
    if (measure === null || gap === null || isMet || !isAsked || !isRise || group !== null) continue;
    // More than a bound of whole numbers is one more than it.
    const needed = Math.max(Math.ceil(Number(gap)), 1);
    gaps.set(measure, Math.max(gaps.get(measure) ?? 0, needed));
  }
  return [...gaps].map(([measure, needed]) => `${measure} ${needed}`);
}
