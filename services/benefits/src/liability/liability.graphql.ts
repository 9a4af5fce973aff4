import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { Authorized, Money } from "../values.graphql.js";
import type { LiabilityReads } from "./liability.reads.js";

type Context = RequestContext<LiabilityReads>;

export const RewardLiability = objectType(
  "RewardLiability",
  "What the program owes partners in one currency, and what it may owe them later.",
  {
    pending: field.of(() => Money, "While the deals behind it can still be refunded."),
    earned: field.of(() => Money, "Earned and not used."),
    reserved: field.of(() => Money, "Asked for and not paid yet."),
    debt: field.of(() => Money, "What partners owe: rewards taken back after they were paid out."),
    expected: field.of(
      () => Money,
      "What open deals would earn on top, were all won today, at the tier that each partner will then hold.",
    ),
  },
);
export type RewardLiability = InstanceType<typeof RewardLiability>;

export const RewardLiabilityStretch = objectType("RewardLiabilityStretch", "A page of partners; add the pages up.", {
  checked: field.int("Partners on this page."),
  total: field.int("Partners in all."),
  liabilities: field.of(() => RewardLiability, "One for each currency.").list(),
  next: field.string("Pass as `after` to go on; null at the end.").nullable(),
});
export type RewardLiabilityStretch = InstanceType<typeof RewardLiabilityStretch>;

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
