import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { PlacementOutcome, Safeguard } from "../placement/index.js";
import { Tier, type TierNode } from "../program/index.js";
import type { HypotheticalPlacementNode } from "./hypothesis.reads.js";

export const HypotheticalPlacement = objectType("HypotheticalPlacement", "Where a partner would be placed.", {
  tier: field.of(() => Tier, "What the rules would give it, as far as safeguards let them.").as<TierNode>(),
  reached: field.of(() => Tier, "The highest tier whose requirement would be met, before safeguards.").as<TierNode>(),
  outcome: field
    .of(() => PlacementOutcome, "What it would do to the partner's tier.")
    .as<HypotheticalPlacementNode["outcome"]>(),
  effectiveOn: field.date("First day on which it would hold."),
  safeguards: field.of(() => Safeguard, "What would hold the partner back; empty where nothing would.").list(),
  summary: field.string("Why, in a sentence or two."),
});
export type HypotheticalPlacement = InstanceType<typeof HypotheticalPlacement>;

export const Hypothesis = objectType(
  "Hypothesis",
  "What would be, if deals were won and certificates earned. Nothing of it is recorded.",
  {
    id: field.id(),
    placement: field
      .of(() => HypotheticalPlacement, "Where the partner would be placed; null where it cannot be said.")
      .nullable(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Hypothesis = InstanceType<typeof Hypothesis>;
