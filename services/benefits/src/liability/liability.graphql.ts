import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized, Money } from "../values.graphql.js";
import type { LiabilityReads } from "./liability.reads.js";

type Context = RequestContext<LiabilityReads>;

@ObjectType({ description: "What the program owes partners in one currency, and what it may owe them later." })
export class RewardLiability {
  @Field(() => Money, { description: "While the deals behind it can still be refunded." })
  pending: Money;

  @Field(() => Money, { description: "Earned and not used." })
  earned: Money;

  @Field(() => Money, { description: "Asked for and not paid yet." })
  reserved: Money;

  @Field(() => Money, { description: "What partners owe: rewards taken back after they were paid out." })
  debt: Money;

  @Field(() => Money, {
    description: "What open deals would earn on top, were all won today, at the tier that each partner will then hold.",
  })
  expected: Money;
}

@ObjectType({ description: "A page of partners; add the pages up." })
export class RewardLiabilityStretch {
  @Field(() => Int, { description: "Partners on this page." })
  checked: number;

  @Field(() => Int, { description: "Partners in all." })
  total: number;

  @Field(() => [RewardLiability], { description: "One for each currency." })
  liabilities: RewardLiability[];

  @Field(() => String, { nullable: true, description: "Pass as `after` to go on; null at the end." })
  next: string | null;
}

@Resolver()
export class LiabilityResolver {
  @Authorized("read the books")
  @Query(() => RewardLiabilityStretch, {
    nullable: true,
    description: "What the program owes a page of 200 partners, and what their open deals would earn.",
  })
  rewardLiability(
    @Arg("after", () => String, {
      nullable: true,
      description: "`next` of the page before; the first page if omitted.",
    })
    after: string | null,
    @Ctx() { load }: Context,
  ): Promise<RewardLiabilityStretch> {
    return load.liability(after ?? null);
  }
}
