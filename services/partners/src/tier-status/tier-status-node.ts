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
  type NextTier,
  outlookOf,
  readOutlook,
  storyOf,
  type TierOutlook,
} from "../placement/index.js";
import { type ReadVersion, tierNode } from "../program/index.js";
import { progressOf } from "../requirement/index.js";
import { pathNodes } from "./path-node.js";

interface Behind {
  /** What the status's decision implies, as `readOutlook` reads it; null where it is not kept, or was not read. */
  readonly outlook: string | null;
  readonly decided: () => Promise<DecisionRow>;
}

/**
 * A partner's tier as of its last placement. What its decision implies is read with it; the decision itself is read and
 * explained once, and only where a field asks for what it explains.
 */
export function tierStatusNode(status: DecidedStatusRow, version: ReadVersion, { outlook: kept, decided }: Behind) {
  const { program } = version;
  const measurementId = measurementIdOf(status);
  const judgement = { program, measurementId };
  const story = once(async () => keptStory(await decided(), version));
  const outlook = once(
    async (): Promise<TierOutlook> =>
      kept === null ? outlookOf(await story(), judgement) : readOutlook(kept, judgement),
  );
  return {
    partnerId: status.partnerId,
    tier: tierNode(program, status.tier),
    since: status.since,
    pending:
      status.pendingTier === null || status.pendingFrom === null
        ? null
        : { tier: tierNode(program, status.pendingTier), from: status.pendingFrom },
    asOf: status.asOf,
    summary: async () => (await outlook()).summary,
    isAtRisk: async () => (await outlook()).isAtRisk,
    safeUntil: async () => (await outlook()).safeUntil,
    keeping: async () => {
      const { keeping } = await story();
      return keeping === null ? null : assessmentNode(keeping, version, measurementId);
    },
    next: async () => {
      const { next } = await outlook();
      return next === null ? null : nextNode(next, { status, version, story, measurementId });
    },
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

interface Explained {
  readonly status: DecidedStatusRow;
  readonly version: ReadVersion;
  readonly story: () => Promise<DecisionStory>;
  readonly measurementId: (measure: string) => string;
}

const nextNode = ({ tier, ...next }: NextTier, { status, version: { program }, story, measurementId }: Explained) => ({
  ...next,
  id: encodeTierPath({ partnerId: status.partnerId, tier }),
  tier: tierNode(program, tier),
  requirement: async () => {
    const requirement = (await story()).next?.requirement ?? null;
    return requirement === null ? null : progressOf(requirement, { program, measurementId });
  },
  ways: async () => pathNodes(program, (await story()).pathsUp()),
});
export type TierPathNode = ReturnType<typeof nextNode>;
