import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { FairnessNode, FairnessReads } from "./fairness.reads.js";
import { MIN_GROUP_SIZE } from "./withhold.js";

type Context = RequestContext<FairnessReads>;

const FairnessDimension = graphEnum("FairnessDimension", ["region", "track", "size"], {
  description: "How partners are grouped; size is the number of registered people.",
  valuesConfig: {
    REGION: { description: "By the partner's region; `none` for those without one." },
    TRACK: { description: "By track; a partner of several counts in each, one without any in `none`." },
    SIZE: { description: "By the number of registered people: none, 1 to 4, 5 to 19, 20 and more." },
  },
});

@ObjectType({ description: "How many partners of one group hold one tier." })
export class FairnessCell {
  @Field(() => String, { description: "Name of the tier." })
  tier: string;

  @Field(() => Int, {
    nullable: true,
    description: `Withheld (null) below ${MIN_GROUP_SIZE}, and where it would give a withheld one away.`,
  })
  partners: number | null;
}

@ObjectType({ description: "The tiers of the partners of one region, track or size." })
export class FairnessRow {
  @Field(() => FairnessDimension, { description: "By what partners are grouped." })
  dimension: FairnessNode["placements"][number]["dimension"];

  @Field(() => String, { description: "The region, the track or the size." })
  value: string;

  @Field(() => [FairnessCell], { description: "One for each tier that a partner of the group holds." })
  tiers: FairnessCell[];
}

@ObjectType({ description: "Whether partners that were judged by the same inputs reached the same tiers." })
export class IdenticalInputs {
  @Field(() => Int, {
    description: "Groups of two partners and more with the same measures, tracks, market and approvals.",
  })
  groups: number;

  @Field(() => Int, { description: "How many partners are in such groups." })
  partners: number;

  @Field(() => Int, {
    description: "Groups that did not all reach the same tiers; 0 for as long as the program is fair.",
  })
  conflicts: number;
}

@ObjectType({ description: "Proof that the same facts give the same tier, over the whole pool." })
export class FairnessReport implements FairnessNode {
  @Field(() => IdenticalInputs, { description: "Whether equal inputs led to equal tiers." })
  identicalInputs: IdenticalInputs;

  @Field(() => [FairnessRow], { description: "The tiers that partners hold, by region, track and size." })
  placements: FairnessRow[];
}

@Resolver()
export class FairnessResolver {
  @Authorized("read operations")
  @Query(() => FairnessReport, { nullable: true, description: "Over the last decisions of all partners." })
  fairnessReport(
    @Arg("cohort", () => String, {
      nullable: true,
      description: "Whose placements are shown; identical inputs are compared over all. Everyone's if omitted.",
    })
    cohort: string | null,
    @Ctx() { load }: Context,
  ): Promise<FairnessNode> {
    return load.fairness(cohort ?? null);
  }
}
