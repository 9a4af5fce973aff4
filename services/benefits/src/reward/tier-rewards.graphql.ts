import type { Program } from "@tiergraph/program/document/program";
import { rulesInWords, termsInWords } from "@tiergraph/program/reward";
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root, registerEnumType } from "type-graphql";
import { Tier } from "../benefit/benefit.graphql.js";
import type { Context } from "../context.js";

export enum RewardSection {
  REBATES = "rebates",
  BONUSES = "bonuses",
  SPIFFS = "spiffs",
}
registerEnumType(RewardSection, { name: "RewardSection" });

@ObjectType({ description: "A rule that pays partners of a tier." })
export class TierRewardRule {
  @Field(() => String, { description: "Name of the rule in the program." })
  name: string;

  @Field(() => RewardSection)
  section: RewardSection;

  @Field(() => String)
  title: string;

  @Field(() => String, { description: "Why the program pays it." })
  why: string;

  @Field(() => String, { description: "What it pays, in sentences." })
  inWords: string;
}

@ObjectType({ description: "How partners of a tier earn rewards, redeem them and keep them." })
export class TierRewards {
  @Field(() => [TierRewardRule])
  rules: TierRewardRule[];

  @Field(() => [String], { description: "How a reward becomes money, in sentences." })
  terms: string[];
}

export const tierRewardsOf = (program: Program, tier: string): TierRewards => ({
  rules: rulesInWords(program, tier).map((rule) => ({ ...rule, section: rule.section as RewardSection })), // The same words.
  terms: termsInWords(program, tier),
});

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
