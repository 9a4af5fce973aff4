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

  @Field(() => PlacementOutcome)
  outcome: HypotheticalPlacementNode["outcome"];

  @Field(() => DateScalar)
  effectiveOn: string;

  @Field(() => [Safeguard])
  safeguards: Safeguard[];

  @Field(() => String)
  summary: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "What would be, if deals were won and certificates earned. Nothing of it is recorded." })
export class Hypothesis {
  @Field(() => ID)
  id: string;

  @Field(() => HypotheticalPlacement, { nullable: true })
  placement: HypotheticalPlacement | null;
}
