import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
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

export const TierRewardRule = objectType("TierRewardRule", "A rule that pays partners of a tier.", {
  name: field.string("Name of the rule in the program."),
  section: field.of(() => RewardSection, "The section of the program that it is in.").as<string>(),
  title: field.string("Its name for people."),
  why: field.string("Why the program pays it."),
  inWords: field.string("What it pays, in sentences."),
});
export type TierRewardRule = InstanceType<typeof TierRewardRule>;

export const TierRewards = objectType(
  "TierRewards",
  "How partners of a tier earn rewards, redeem them and keep them.",
  {
    rules: field.of(() => TierRewardRule, "The rules that pay partners of the tier.").list(),
    terms: field.string("How a reward becomes money, in sentences.").list(),
  },
);
export type TierRewards = InstanceType<typeof TierRewards>;

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
