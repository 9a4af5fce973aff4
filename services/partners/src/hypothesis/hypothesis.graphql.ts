import { DateScalar } from "@tiergraph/kit/values/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { PlacementOutcome, Safeguard } from "../placement/index.js";
import { Tier, type TierNode } from "../program/index.js";
import type { HypotheticalPlacementNode } from "./hypothesis.reads.js";

@ObjectType({ description: "Where a partner would be placed." })
export class HypotheticalPlacement {
  @Field(() => Tier, { description: "What the rules would give it, as far as safeguards let them." })
  tier: TierNode;

  @Field(() => Tier, { description: "The highest tier whose requirement would be met, before safeguards." })
  reached: TierNode;

  @Field(() => PlacementOutcome, { description: "What it would do to the partner's tier." })
  outcome: HypotheticalPlacementNode["outcome"];

  @Field(() => DateScalar, { description: "First day on which it would hold." })
  effectiveOn: string;

  @Field(() => [Safeguard], { description: "What would hold the partner back; empty where nothing would." })
  safeguards: Safeguard[];

  @Field(() => String, { description: "Why, in a sentence or two." })
  summary: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "What would be, if deals were won and certificates earned. Nothing of it is recorded." })
export class Hypothesis {
  @Field(() => ID)
  id: string;

  @Field(() => HypotheticalPlacement, {
    nullable: true,
    description: "Where the partner would be placed; null where it cannot be said.",
  })
  placement: HypotheticalPlacement | null;
}
