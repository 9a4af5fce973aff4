import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { Tier } from "../entities.graphql.js";
import type { RewardReads } from "./reward.reads.js";

type Context = RequestContext<RewardReads>;

export const RewardSection = graphEnum("RewardSection", ["rebates", "bonuses", "spiffs"], {
  description: "The section of the program that a rule is in.",
  valuesConfig: {
    REBATES: { description: "Pays a share of what is sold." },
    BONUSES: { description: "Pays for reaching something." },
    SPIFFS: { description: "Pays for a time, to direct attention." },
  },
});

@ObjectType({ description: "A rule that pays partners of a tier." })
export class TierRewardRule {
  @Field(() => String, { description: "Name of the rule in the program." })
  name: string;

  @Field(() => RewardSection, { description: "The section of the program that it is in." })
  section: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, { description: "Why the program pays it." })
  why: string;

  @Field(() => String, { description: "What it pays, in sentences." })
  inWords: string;
}

@ObjectType({ description: "How partners of a tier earn rewards, redeem them and keep them." })
export class TierRewards {
  @Field(() => [TierRewardRule], { description: "The rules that pay partners of the tier." })
  rules: TierRewardRule[];

  @Field(() => [String], { description: "How a reward becomes money, in sentences." })
  terms: string[];
}

@Resolver(() => Tier)
export class TierRewardsResolver {
  @FieldResolver(() => TierRewards, {
    nullable: true,
    description: "How partners of the tier earn rewards, redeem them and keep them.",
  })
  rewards(@Root() { id }: Tier, @Ctx() { load }: Context): Promise<TierRewards | null> {
    return load.tierRewards(id);
  }
}
