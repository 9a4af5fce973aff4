import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import type { Program } from "@tiergraph/program/document/program";
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
import { type Judgement, progressOf } from "../requirement/index.js";
import { pathNodes } from "./path-node.js";

interface Behind {
  /** What the status's decision implies, as `readOutlook` reads it; null where it is not kept, or was not read. */
  readonly outlook: string | null;
  readonly decided: () => Promise<DecisionRow>;
}

/**
 * A partner's tier as of its last placement. What its decision implies is read with it; the decision itself is read and
 * explained once, and only where a field asks for what it explains. A list holds fifty of them: what is not asked for takes
 * nothing.
 */
export class TierStatusNode {
  readonly #status: DecidedStatusRow;
  readonly #version: ReadVersion;
  readonly #behind: Behind;
  #story: Promise<DecisionStory> | null = null;
  #outlook: Promise<TierOutlook> | null = null;

  constructor(status: DecidedStatusRow, version: ReadVersion, behind: Behind) {
    this.#status = status;
    this.#version = version;
    this.#behind = behind;
  }

  get partnerId() {
    return this.#status.partnerId;
  }
  get tier() {
    return tierNode(this.#version.program, this.#status.tier);
  }
  get since() {
    return this.#status.since;
  }
  get pending() {
    const { pendingTier, pendingFrom } = this.#status;
    if (pendingTier === null || pendingFrom === null) return null;
    return { tier: tierNode(this.#version.program, pendingTier), from: pendingFrom };
  }
  get asOf() {
    return this.#status.asOf;
  }

  async summary() {
    return (await this.#implied()).summary;
  }
  async isAtRisk() {
    return (await this.#implied()).isAtRisk;
  }
  async safeUntil() {
    return (await this.#implied()).safeUntil;
  }
  async next() {
    const { next } = await this.#implied();
    if (next === null) return null;
    return nextNode(next, { status: this.#status, ...this.#judgement(), story: () => this.#explained() });
  }
  async keeping() {
    const { keeping } = await this.#explained();
    return keeping === null
      ? null
      : assessmentNode(keeping, this.#version, measurementIdOf(this.#status, this.#version));
  }
  async decision() {
    return decisionNode(await this.#behind.decided(), this.#version);
  }

  #judgement() {
    return { program: this.#version.program, measurementId: measurementIdOf(this.#status, this.#version) };
  }
  #explained(): Promise<DecisionStory> {
    this.#story ??= this.#behind.decided().then((decision) => keptStory(decision, this.#version));
    return this.#story;
  }
  #implied(): Promise<TierOutlook> {
    const { outlook } = this.#behind;
    this.#outlook ??=
      outlook === null
        ? this.#explained().then((story) => outlookOf(story, this.#judgement()))
        : Promise.resolve(readOutlook(outlook, this.#judgement()));
    return this.#outlook;
  }
}

/** Explanations of decisions that were asked for last: a decision never changes. */
const MAX_STORIES = 1_000;
const stories = new WeakMap<ReadVersion, BoundedMap<string, DecisionStory>>();

function keptStory(decision: DecisionRow, version: ReadVersion): DecisionStory {
  const known = stories.get(version) ?? new BoundedMap<string, DecisionStory>(MAX_STORIES);
  stories.set(version, known);
  return known.remember(decision.decisionId, () => storyOf(decision, version));
}

interface Explained {
  readonly status: DecidedStatusRow;
  readonly program: Program;
  readonly story: () => Promise<DecisionStory>;
  readonly measurementId: Judgement["measurementId"];
}

const nextNode = ({ tier, ...next }: NextTier, { status, program, story, measurementId }: Explained) => ({
  id: encodeTierPath({ partnerId: status.partnerId, tier }),
  tier: tierNode(program, tier),
  requirement: async () => {
    const requirement = (await story()).next?.requirement ?? null;
    return requirement === null ? null : progressOf(requirement, { program, measurementId });
  },
  ways: async () => pathNodes(program, (await story()).pathsUp()),
  ...next,
});
export type TierPathNode = ReturnType<typeof nextNode>;
